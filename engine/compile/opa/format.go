package main

import (
	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/format"
)

// formatModules gives every module in OPA's own format.
func formatModules(request Request) (Response, error) {
	formatted := map[string]string{}
	var problems []Problem
	for _, file := range sortedKeys(request.Modules) {
		text, err := format.SourceWithOpts(file, []byte(request.Modules[file]), format.Opts{
			RegoVersion: ast.RegoV1, ParserOptions: &ast.ParserOptions{ProcessAnnotation: true, RegoVersion: ast.RegoV1},
		})
		if err != nil {
			problems = append(problems, problemsOf(err, file)...)
			continue
		}
		formatted[file] = string(text)
	}
	return Response{Problems: problems, Formatted: formatted}, nil
}
