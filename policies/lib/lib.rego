# METADATA
# title: What the packs share
# scope: subpackages
# schemas:
#   - data.inventory: schema.inventory
#   - data.parameters: schema.parameters
#   - data.requests: schema.requests
#   - data.as_of: schema.moment
package lib
