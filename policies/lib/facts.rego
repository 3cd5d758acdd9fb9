# METADATA
# title: Facts
# description: >-
#   Whether a fact is declared. `not record.flag` also holds where the flag is declared as false, so a rule asks here.
package lib.facts

# absent: nothing is declared under the field (a name, or a path as an array). Nulls are dropped while loading.
absent(record, path) if object.get(record, path, null) == null

# present: something is declared, false and empty included.
present(record, path) if object.get(record, path, null) != null

# blank: a text is declared and says nothing.
blank(text) if trim_space(text) == ""

# absent_or_blank: for records that are themselves the evidence.
absent_or_blank(record, path) if absent(record, path)

absent_or_blank(record, path) if blank(object.get(record, path, null))

absent_or_blank(record, path) if object.get(record, path, null) == []
