# METADATA
# title: Access rights
# description: >-
#   What an access right says of itself: whether it stands, who holds it and what it opens. For controls over access.
package lib.grants

import data.lib.facts
import data.lib.judged

# unrevoked: the right stands. From the day of its end on it does not; an end that lies ahead has not happened yet.
unrevoked(grant) if facts.absent(grant, "revoked_on")

unrevoked(grant) if grant.revoked_on > data.as_of.day

# revoked_by: the right has ended, or will have, by a day.
revoked_by(grant, day) if grant.revoked_on <= day

# ends_on: the day on which the right ends, as an array for judged.changing; empty where none is declared.
ends_on(grant) := [day | day := grant.revoked_on]

# holder: who holds the right, for a message: someone of the staff, else a vendor. Where no holder is declared, the
# entry itself stands in, so that a finding is not lost for want of a name.
holder(grant) := judged.entity("staff", grant.holder_id) if {
	data.inventory.staff[grant.holder_id]
} else := judged.entity("vendors", grant.holder_id) if {
	facts.present(grant, "holder_id")
} else := judged.entity("access_grants", grant.id)

# target: what the right opens, for a message. An asset is a declared store, else a file of a client or matter; where
# nothing is named the entry itself stands in.
target(grant) := judged.entity("systems", grant.system_id) if {
	facts.present(grant, "system_id")
} else := judged.entity("data_assets", grant.asset_id) if {
	data.inventory.data_assets[grant.asset_id]
} else := judged.entity("client_files", grant.asset_id) if {
	facts.present(grant, "asset_id")
} else := judged.entity("matters", grant.matter_id) if {
	facts.present(grant, "matter_id")
} else := judged.entity("access_grants", grant.id)
