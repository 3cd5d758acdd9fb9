# METADATA
# title: The packs
# description: >-
#   The shapes that every control is type-checked against: a field that no schema knows is a compile error. Instants
#   are {day, ms}, dates are day numbers (days since 1970-01-01 in the firm's time zone), collections are keyed by id.
# scope: subpackages
# schemas:
#   - input: schema.unit
#   - data.inventory: schema.inventory
#   - data.parameters: schema.parameters
#   - data.requests: schema.requests
#   - data.as_of: schema.moment
package privity
