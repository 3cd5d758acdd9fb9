package lib.systems_test

import data.lib.systems

test_electronic_with_client_data_is_in_scope if {
	systems.in_scope({"holds_client_data": true, "medium": "electronic"})
	not systems.in_scope({"holds_client_data": false, "medium": "electronic"})
	not systems.in_scope({"holds_client_data": true, "medium": "paper"})
	not systems.in_scope({"holds_client_data": true})
	not systems.in_scope({"medium": "electronic"})
}

test_undecided_where_nothing_keeps_it_out if {
	systems.undecided({}) == {"holds_client_data", "medium"}
	systems.undecided({"holds_client_data": true}) == {"medium"}
	systems.undecided({"medium": "electronic"}) == {"holds_client_data"}
	systems.undecided({"holds_client_data": true, "medium": "electronic"}) == set()
	systems.undecided({"holds_client_data": false}) == set()
	systems.undecided({"medium": "paper"}) == set()
}

test_fed_by_the_system_itself if {
	systems.fed({"evidence": {"grade": "fed"}})
	not systems.fed({"evidence": {"grade": "attested"}})
	not systems.fed({})
}
