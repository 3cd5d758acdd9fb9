package main

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/bundle"
	"github.com/open-policy-agent/opa/v1/compile"
	"github.com/open-policy-agent/opa/v1/version"
)

// Annotation is one METADATA block, with the package or rule that it stands on.
type Annotation struct {
	File        string         `json:"file"`
	Line        int            `json:"line"`
	Scope       string         `json:"scope"`
	Path        []string       `json:"path"`
	Title       string         `json:"title,omitempty"`
	Description string         `json:"description,omitempty"`
	Custom      map[string]any `json:"custom,omitempty"`
}

func opaVersion() string { return version.Version }

// parse reads every module, in the order of their names, and gathers what does not parse.
func parse(sources map[string]string) (map[string]*ast.Module, []Problem) {
	modules := map[string]*ast.Module{}
	var problems []Problem
	for _, file := range sortedKeys(sources) {
		module, err := ast.ParseModuleWithOpts(file, sources[file], ast.ParserOptions{ProcessAnnotation: true, RegoVersion: ast.RegoV1})
		if err != nil {
			problems = append(problems, problemsOf(err, file)...)
			continue
		}
		if module == nil {
			problems = append(problems, Problem{File: file, Line: 1, Column: 1, Code: "empty", Message: "the file holds no Rego"})
			continue
		}
		modules[file] = module
	}
	return modules, problems
}

// build parses, type-checks against the schemas and compiles; only the named builtins exist.
func build(request Request, modules map[string]*ast.Module) (*ast.Compiler, []Problem) {
	schemas := ast.NewSchemaSet()
	for name, schema := range request.Schemas {
		schemas.Put(ast.MustParseRef("schema."+name), schema)
	}
	compiler := ast.NewCompiler().SetErrorLimit(0).
		WithStrict(true).
		WithCapabilities(capabilities(request.Builtins)).
		WithSchemas(schemas).
		WithUseTypeCheckAnnotations(true)
	compiler.Compile(modules)
	if compiler.Failed() {
		return nil, problemsOf(compiler.Errors, "")
	}
	return compiler, nil
}

// capabilities cuts OPA's builtins to those that the caller's runtime really has: an unsupported one is then a
// compile error with its place, not an exception while judging.
func capabilities(names []string) *ast.Capabilities {
	all := ast.CapabilitiesForThisVersion()
	all.AllowNet = []string{}
	if len(names) == 0 {
		return all
	}
	kept := make([]*ast.Builtin, 0, len(names))
	for _, builtin := range all.Builtins {
		if slices.Contains(names, builtin.Name) {
			kept = append(kept, builtin)
		}
	}
	all.Builtins = kept
	return all
}

func check(request Request) (Response, error) {
	modules, problems := parse(request.Modules)
	if len(problems) > 0 {
		return Response{Problems: problems}, nil
	}
	annotations := annotationsOf(modules)
	_, problems = build(request, copies(modules))
	problems = append(problems, lint(request, modules)...)
	return Response{Problems: ordered(problems), Annotations: annotations}, nil
}

func compileToWasm(request Request) (Response, error) {
	response, err := check(request)
	if err != nil || len(response.Problems) > 0 {
		return response, err
	}
	modules, _ := parse(request.Modules)
	contents := &bundle.Bundle{Data: map[string]any{}}
	contents.Manifest.Init()
	for _, file := range sortedKeys(request.Modules) {
		contents.Modules = append(contents.Modules, bundle.ModuleFile{URL: file, Path: file, Parsed: modules[file], Raw: []byte(request.Modules[file])})
	}
	compiler := compile.New().
		WithTarget(compile.TargetWasm).
		WithCapabilities(capabilities(request.Builtins)).
		WithRegoVersion(ast.RegoV1).
		WithEntrypoints(request.Entrypoints...).
		WithBundle(contents)
	if err := compiler.Build(context.Background()); err != nil {
		return Response{Problems: problemsOf(err, "")}, nil
	}
	response.Wasm = compiler.Bundle().WasmModules[0].Raw
	return response, nil
}

func annotationsOf(modules map[string]*ast.Module) []Annotation {
	var found []Annotation
	for _, file := range sortedKeys(modules) {
		for _, annotation := range modules[file].Annotations {
			entry := Annotation{
				File: file, Scope: annotation.Scope, Title: annotation.Title,
				Description: annotation.Description, Custom: annotation.Custom, Path: pathOf(annotation.GetTargetPath()),
			}
			if annotation.Location != nil {
				entry.Line = annotation.Location.Row
			}
			found = append(found, entry)
		}
	}
	return found
}

func pathOf(ref ast.Ref) []string {
	path := make([]string, 0, len(ref))
	for _, term := range ref {
		switch value := term.Value.(type) {
		case ast.Var:
			path = append(path, string(value))
		case ast.String:
			path = append(path, string(value))
		}
	}
	return path
}

func problemsOf(err error, file string) []Problem {
	var many ast.Errors
	if errors.As(err, &many) {
		problems := make([]Problem, 0, len(many))
		for _, one := range many {
			problems = append(problems, problemOf(one, file))
		}
		return problems
	}
	var one *ast.Error
	if errors.As(err, &one) {
		return []Problem{problemOf(one, file)}
	}
	return []Problem{{File: file, Line: 1, Column: 1, Code: "rego_error", Message: err.Error()}}
}

func problemOf(err *ast.Error, file string) Problem {
	problem := Problem{File: file, Line: 1, Column: 1, Code: err.Code, Message: strings.TrimSpace(err.Message)}
	if err.Location != nil {
		if err.Location.File != "" {
			problem.File = err.Location.File
		}
		problem.Line, problem.Column = err.Location.Row, err.Location.Col
	}
	return problem
}

func ordered(problems []Problem) []Problem {
	slices.SortStableFunc(problems, func(a, b Problem) int {
		if order := strings.Compare(a.File, b.File); order != 0 {
			return order
		}
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Column - b.Column
	})
	return problems
}

// copies protects the parsed modules: the compiler rewrites what it is given.
func copies(modules map[string]*ast.Module) map[string]*ast.Module {
	copied := make(map[string]*ast.Module, len(modules))
	for file, module := range modules {
		copied[file] = module.Copy()
	}
	return copied
}

func sortedKeys[V any](values map[string]V) []string {
	keys := make([]string, 0, len(values))
	for key := range values {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
