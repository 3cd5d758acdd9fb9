# METADATA
# title: Privacy notices
# description: What a notice or policy tells people, as far as its text or a person's word shows.
package lib.notices

import data.lib.facts

# tells: the keys of the items that the text covers, or that a person confirmed to stand in the published text.
tells(notice) := covered(notice) | confirmed(notice)

# covered: the keys of the sections whose text counts: at least 40 characters, and nothing left to fill in.
covered(notice) := {key |
	some key, text in notice.sections
	counts(text)
}

counts(text) if {
	count(trim_space(text)) >= 40
	not contains(text, "[[TODO")
}

# confirmed: the keys that somebody confirmed, on a day that has come.
confirmed(notice) := {entry.key |
	some entry in notice.sections_confirmed
	facts.present(entry, "by")
	entry.on <= data.as_of.day
}

# half_confirmed: {key, path} of confirmations that lack the person or the day. They may stand for their items.
half_confirmed(notice) := {{"key": entry.key, "path": concat(".", ["sections_confirmed", path])} |
	some entry in notice.sections_confirmed
	some path in ["by", "on"]
	facts.absent(entry, path)
	not _ahead(entry)
}

_ahead(entry) if entry.on > data.as_of.day

# undeclared: neither the text nor a confirmation of it is declared.
undeclared(notice) if {
	facts.absent(notice, "sections")
	facts.absent(notice, "sections_confirmed")
}

# turns: days on which a confirmation that is dated ahead comes to count.
turns(notice) := [entry.on | some entry in notice.sections_confirmed]

# judged_items: which of the items that a notice must tell are missing, and which half-told items must be asked for.
#   missing   the keys that it does not tell
#   asked     paths of confirmations of such items that lack the person or the day
judged_items(notice, required) := {"missing": required - (told | half), "asked": asked} if {
	told := tells(notice)
	half := {entry.key | some entry in half_confirmed(notice)} & (required - told)
	asked := {entry.path | some entry in half_confirmed(notice); entry.key in half}
}
