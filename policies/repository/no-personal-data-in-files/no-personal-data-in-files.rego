# METADATA
# title: No personal data and no confidences stand in the tracked files
# description: >-
#   Looks at the text of every file that everyone with access to the repository can read: whether it holds what
#   identifies a person, what a matter is about, or what may not be recorded here at all. The text itself is never
#   shown.
# scope: package
# custom:
#   id: PRIV-001
#   profile: essentials
#   unit: inventory
#   subjects:
#   - repository
#   reads:
#   - repository.not_listed
#   - repository.tracked_matches
#   parameters: []
#   reasons:
#   - code: identifies-a-person
#     result: fail
#     severity: high
#     message: 'The file {file} seems to hold {kind} in a file that everyone with access to the repository can read.'
#     many: '{count} places in the files of the repository seem to identify a person.'
#   - code: looks-like-a-name
#     result: warn
#     severity: low
#     message: 'The file {file} seems to hold a person''s name; an identifier would do.'
#     many: '{count} places in the files of the repository seem to hold a person''s name; an identifier would do.'
#   - code: matter-detail
#     result: fail
#     severity: high
#     message: 'The file {file} seems to say what a client''s matter is about.'
#     many: '{count} places in the files of the repository seem to say what a client''s matter is about.'
#   - code: secret-report
#     result: fail
#     severity: critical
#     message: 'The file {file} seems to mention something that may not be recorded here; take advice before anyone else reads
#       it.'
#     many: '{count} places in the files of the repository seem to mention something that may not be recorded here;
#       take advice before anyone else reads them.'
#   - code: more-than-listed
#     result: fail
#     severity: high
#     message: '{count} more places than are listed here seem to hold something that may not stand in the files.'
#     many: 'More places than are listed here seem to hold something that may not stand in the files.'
#   citations:
#   - framework: GDPR
#     ref: Art 5(1)(c)
#     says: Data must be adequate, relevant and limited to what the purpose needs.
#     status: primary
#   - framework: GDPR
#     ref: Art 5(1)(f)
#     says: Protect against unauthorised use, loss, destruction or damage.
#     status: primary
#   - framework: SRA Code (Solicitors)
#     ref: para 6.3
#     says: Keep current and former clients' affairs confidential.
#     status: primary
#   - framework: ABA Model Rule
#     ref: 1.6(c)
#     says: Reasonable efforts to prevent unauthorised access or disclosure.
#     status: secondary
#   - framework: California Rules of Professional Conduct
#     ref: rule 1.6; Bus. & Prof. Code 6068(e)(1)
#     says: Keep a client's confidential information; disclosure needs informed consent, with one narrow exception.
#     status: secondary
#   - framework: Proceeds of Crime Act 2002 (UK)
#     ref: s.333A
#     says: Tipping off about a disclosure is an offence in the regulated sector.
#     status: unverified
#   remediation: Replace the value with an identifier, move the record to a register outside git, and purge the history.
package privity.repository.no_personal_data_in_files

import data.lib.facts
import data.lib.judged

# The matches are found while the files are loaded; what the firm permits is left out there, by its keyed fingerprint.
# Where nothing was looked through, nothing was examined.
_repository := object.union({"id": "repository"}, data.inventory.repository) if {
	facts.present(data.inventory, ["repository", "tracked_matches"])
}

_subject := judged.subject("repository", _repository)

examined contains judged.examined("repository", _repository)

_reasons := {
	"e-mail": "identifies-a-person",
	"phone": "identifies-a-person",
	"birth-date": "identifies-a-person",
	"government-id": "identifies-a-person",
	"account-number": "identifies-a-person",
	"person-name": "looks-like-a-name",
	"client-or-matter-title": "matter-detail",
	"money-laundering-report": "secret-report",
}

# Of a report that may not be recorded, and of a matter, not even the kind is said.
findings contains {
	"subject": _subject,
	"reason": reason,
	"by": _place(match),
	"args": {
		"file": judged.value("repository", "tracked_matches.file", match.file),
		"kind": judged.value("repository", "tracked_matches.looks_like", match.looks_like),
	},
	"relied_on": [_fact(index)],
} if {
	some index, match in _repository.tracked_matches
	reason := _reasons[match.looks_like]
	reason == "identifies-a-person"
}

findings contains {
	"subject": _subject,
	"reason": reason,
	"by": _place(match),
	"args": {"file": judged.value("repository", "tracked_matches.file", match.file)},
	"relied_on": [_fact(index)],
} if {
	some index, match in _repository.tracked_matches
	reason := _reasons[match.looks_like]
	reason != "identifies-a-person"
}

findings contains {
	"subject": _subject,
	"reason": "more-than-listed",
	"args": {"count": count_of_others},
	"relied_on": [{"collection": "repository", "id": "repository", "path": "not_listed.tracked_matches"}],
} if {
	count_of_others := _repository.not_listed.tracked_matches
}

# The place is that of the text in its file.
_fact(index) := {
	"collection": "repository",
	"id": "repository",
	"path": concat(".", ["tracked_matches", format_int(index, 10)]),
}

# file/field/kind, and which of several: lines change with what stands above, and the text itself is never part of it.
_place(match) := concat("/", array.concat(
	[match.file, object.get(match, "field", ""), match.looks_like],
	[format_int(match.nth, 10) | match.nth],
))
