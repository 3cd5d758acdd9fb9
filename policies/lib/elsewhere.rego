# METADATA
# title: Facts of other records
# description: >-
#   For a fact that a rule needs and that stands on a record looked up by reference, not on the subject itself.
package lib.elsewhere

import data.lib.judged

# not_declared: as judged.not_declared, for a fact that is absent from other records. ids: a set of them, all of the
# collection; the reader is led to each, and the message names the first.
not_declared(subject_of, collection, ids, path) := object.union(
	judged.not_declared(subject_of, collection, path),
	{
		"args": {"subject": judged.entity(collection, min(ids))},
		"relied_on": [{"collection": collection, "id": id, "path": path} | some id in sort(ids)],
	},
)
