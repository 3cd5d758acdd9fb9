package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Vocabulary is what the schemas know: every field, and for a field with an enum every value it may take.
type Vocabulary struct {
	Fields []string            `json:"fields"`
	Enums  map[string][]string `json:"enums"`
}

// lint finds what OPA's type checker cannot see: in helper functions' arguments and local variables a misspelt field
// is merely undefined, and a misspelt enum literal merely never equal. Both make a rule pass in silence.
func lint(request Request, modules map[string]*ast.Module) []Problem {
	if len(request.Vocabulary.Fields) == 0 {
		return nil
	}
	known := map[string]bool{}
	for _, field := range request.Vocabulary.Fields {
		known[field] = true
	}
	for _, module := range modules {
		addOwnNames(module, known)
	}
	var problems []Problem
	for _, file := range sortedKeys(modules) {
		if strings.HasSuffix(file, "_test.rego") {
			continue
		}
		problems = append(problems, unknownFields(modules[file], known)...)
		problems = append(problems, unknownEnumValues(modules[file], request.Vocabulary.Enums)...)
		problems = append(problems, silentNegations(modules[file])...)
		problems = append(problems, unknownPaths(modules[file], request.Schemas)...)
	}
	return problems
}

// addOwnNames adds what the modules themselves name: packages, rules, and keys of object literals.
func addOwnNames(module *ast.Module, known map[string]bool) {
	for _, part := range pathOf(module.Package.Path) {
		known[part] = true
	}
	ast.WalkRules(module, func(rule *ast.Rule) bool {
		for _, part := range pathOf(rule.Head.Ref()) {
			known[part] = true
		}
		return false
	})
	ast.WalkTerms(module, func(term *ast.Term) bool {
		switch value := term.Value.(type) {
		case ast.Object:
			for _, key := range value.Keys() {
				addName(key, known)
			}
		case *ast.ObjectComprehension:
			addName(value.Key, known)
		}
		return false
	})
}

func addName(key *ast.Term, known map[string]bool) {
	if name, ok := key.Value.(ast.String); ok {
		known[string(name)] = true
	}
}

func unknownFields(module *ast.Module, known map[string]bool) []Problem {
	var problems []Problem
	ast.WalkRefs(module, func(ref ast.Ref) bool {
		head, ok := ref[0].Value.(ast.Var)
		if !ok || ref[0].Equal(ast.DefaultRootDocument) || ref[0].Equal(ast.InputRootDocument) {
			return false // see unknownPaths
		}
		if _, builtin := ast.BuiltinMap[ref.String()]; builtin {
			return false
		}
		for _, term := range ref[1:] {
			name, ok := term.Value.(ast.String)
			if ok && !known[string(name)] {
				problems = append(problems, problemAt(term.Location, "unknown_field",
					fmt.Sprintf("%s.%s: no schema has a field of the name %q", head, string(name), string(name))))
			}
		}
		return false
	})
	return problems
}

func unknownEnumValues(module *ast.Module, enums map[string][]string) []Problem {
	var problems []Problem
	ast.WalkExprs(module, func(expr *ast.Expr) bool {
		if !expr.IsCall() || len(expr.Operands()) < 2 {
			return false
		}
		left, right := expr.Operand(0), expr.Operand(1)
		switch expr.Operator().String() {
		case ast.Equal.Name, ast.NotEqual.Name, ast.Equality.Name, "internal.member_2":
			problems = append(problems, enumProblems(left, right, enums)...)
			problems = append(problems, enumProblems(right, left, enums)...)
		}
		return false
	})
	return problems
}

// enumProblems compares the literals of one side with the enum of the field that the other side ends in.
func enumProblems(field, literals *ast.Term, enums map[string][]string) []Problem {
	ref, ok := field.Value.(ast.Ref)
	if !ok || len(ref) < 2 {
		return nil
	}
	last, ok := ref[len(ref)-1].Value.(ast.String)
	if !ok {
		return nil
	}
	allowed, ok := enums[string(last)]
	if !ok {
		return nil
	}
	var problems []Problem
	for _, literal := range stringsIn(literals) {
		value := string(literal.Value.(ast.String))
		if !slices.Contains(allowed, value) {
			problems = append(problems, problemAt(literal.Location, "unknown_enum_value",
				fmt.Sprintf("%q is not a value of %s; the schema knows %s", value, string(last), strings.Join(allowed, ", "))))
		}
	}
	return problems
}

func stringsIn(term *ast.Term) []*ast.Term {
	var found []*ast.Term
	collect := func(inner *ast.Term) {
		if _, ok := inner.Value.(ast.String); ok {
			found = append(found, inner)
		}
	}
	switch value := term.Value.(type) {
	case ast.String:
		collect(term)
	case ast.Set:
		value.Foreach(collect)
	case *ast.Array:
		value.Foreach(collect)
	}
	return found
}

func problemAt(location *ast.Location, code, message string) Problem {
	problem := Problem{Line: 1, Column: 1, Code: code, Message: message}
	if location != nil {
		problem.File, problem.Line, problem.Column = location.File, location.Row, location.Col
	}
	return problem
}

// silentNegations finds `not f(x.y)`, `not x.y in set` and `not x.y > n`: the compiler takes x.y out of the negation, so
// where x.y is absent the whole is undefined instead of true, and the rule falls silent. A helper rule that takes the
// whole record behaves as it reads. (`not x.y` and `not x.y == "literal"` are safe.)
func silentNegations(module *ast.Module) []Problem {
	imported := importsOf(module)
	var problems []Problem
	ast.WalkExprs(module, func(expr *ast.Expr) bool {
		if !expr.Negated || !expr.IsCall() {
			return false
		}
		switch expr.Operator().String() {
		case ast.Equal.Name, ast.Equality.Name:
			return false
		}
		for _, operand := range expr.Operands() {
			ref, ok := operand.Value.(ast.Ref)
			if !ok || alwaysThere(ref, imported) {
				continue
			}
			problems = append(problems, problemAt(expr.Location, "silent_negation",
				fmt.Sprintf("where %s is absent, this `not` is undefined instead of true; put the condition into a helper rule that takes the whole record", ref)))
		}
		return false
	})
	return problems
}

// alwaysThere: what every evaluation has, and names without a path.
func alwaysThere(ref ast.Ref, imported map[string]bool) bool {
	text := ref.String()
	return len(ref) == 1 || imported[ref[0].Value.String()] || strings.HasPrefix(text, "data.as_of") || strings.HasPrefix(text, "data.parameters")
}

// schemaRoots says which schema describes what stands at a root.
var schemaRoots = map[string]string{
	"data.inventory": "inventory", "data.requests": "requests", "data.as_of": "moment", "data.parameters": "parameters", "input": "unit",
}

// unknownPaths follows references into the schemas. OPA's type checker does the same for properties, and knows nothing
// of what lies behind additionalProperties: the records of collections that are keyed by id.
func unknownPaths(module *ast.Module, schemas map[string]any) []Problem {
	if path := pathOf(module.Package.Path); len(path) < 2 || (path[1] != "privity" && path[1] != "lib") {
		return nil
	}
	var problems []Problem
	ast.WalkRefs(module, func(ref ast.Ref) bool {
		root, length := rootOf(ref)
		schema, ok := schemas[schemaRoots[root]].(map[string]any)
		if !ok {
			return false
		}
		node := schema
		for _, term := range ref[length:] {
			name, isName := term.Value.(ast.String)
			next, closed := step(schema, node, string(name), isName)
			if closed {
				problems = append(problems, problemAt(term.Location, "unknown_path", fmt.Sprintf("%s: the schema has no %q here", ref, string(name))))
			}
			if next == nil {
				return false
			}
			node = next
		}
		return false
	})
	return problems
}

func rootOf(ref ast.Ref) (string, int) {
	if ref[0].Equal(ast.InputRootDocument) {
		return "input", 1
	}
	if len(ref) > 1 && ref[0].Equal(ast.DefaultRootDocument) {
		if name, ok := ref[1].Value.(ast.String); ok {
			return "data." + string(name), 2
		}
	}
	return "", 0
}

// step enters a schema by a name or a variable. closed: it has no such name, and no others than it lists.
func step(schema, node map[string]any, name string, isName bool) (next map[string]any, closed bool) {
	node = resolve(schema, node)
	properties, _ := node["properties"].(map[string]any)
	if isName {
		if property, ok := properties[name].(map[string]any); ok {
			return property, false
		}
	}
	if others, ok := node["additionalProperties"].(map[string]any); ok {
		return others, false
	}
	if items, ok := node["items"].(map[string]any); ok && !isName {
		return items, false
	}
	return nil, isName && node["additionalProperties"] == false
}

func resolve(schema, node map[string]any) map[string]any {
	reference, ok := node["$ref"].(string)
	if !ok {
		return node
	}
	definitions, _ := schema["$defs"].(map[string]any)
	definition, _ := definitions[strings.TrimPrefix(reference, "#/$defs/")].(map[string]any)
	return definition
}

func importsOf(module *ast.Module) map[string]bool {
	names := map[string]bool{}
	for _, one := range module.Imports {
		names[string(one.Name())] = true
	}
	return names
}
