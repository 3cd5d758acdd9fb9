package main

import (
	"context"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/tester"
)

// TestResult is one Rego test.
type TestResult struct {
	Package    string  `json:"package"`
	Name       string  `json:"name"`
	File       string  `json:"file"`
	Line       int     `json:"line"`
	Passed     bool    `json:"passed"`
	Skipped    bool    `json:"skipped,omitempty"`
	Error      string  `json:"error,omitempty"`
	Output     string  `json:"output,omitempty"`
	DurationMs float64 `json:"duration_ms"`
}

// runTests runs the Rego tests of the modules in OPA's own evaluator, with coverage on request.
func runTests(request Request) (Response, error) {
	modules, problems := parse(request.Modules)
	if len(problems) > 0 {
		return Response{Problems: problems}, nil
	}
	if _, problems := build(request, copies(modules)); len(problems) > 0 {
		return Response{Problems: problems}, nil
	}
	ctx := context.Background()
	store := inmem.NewFromObject(orEmpty(request.Data))
	timeout := time.Duration(request.TimeoutMs) * time.Millisecond
	if timeout <= 0 {
		timeout = 30 * time.Second
	}
	compiler := ast.NewCompiler().WithCapabilities(capabilities(request.Builtins)).WithEnablePrintStatements(true)
	runner := tester.NewRunner().SetCompiler(compiler).SetStore(store).CapturePrintOutput(true).
		SetTimeout(timeout).Filter(request.Filter).SetModules(modules)
	coverage := cover.New()
	if request.Coverage {
		runner = runner.SetCoverageQueryTracer(coverage)
	}
	var results []TestResult
	err := storage.Txn(ctx, store, storage.TransactionParams{}, func(txn storage.Transaction) error {
		channel, err := runner.RunTests(ctx, txn)
		if err != nil {
			return err
		}
		for one := range channel {
			results = append(results, resultOf(one))
		}
		return nil
	})
	if err != nil {
		return Response{Problems: problemsOf(err, "")}, nil
	}
	response := Response{Tests: results}
	if request.Coverage {
		response.Coverage = coverage.Report(modules)
	}
	return response, nil
}

func resultOf(one *tester.Result) TestResult {
	result := TestResult{
		Package: one.Package, Name: one.Name, Passed: one.Pass(), Skipped: one.Skip,
		Output: string(one.Output), DurationMs: float64(one.Duration.Microseconds()) / 1000,
	}
	if one.Error != nil {
		result.Error = one.Error.Error()
	}
	if one.Location != nil {
		result.File, result.Line = one.Location.File, one.Location.Row
	}
	return result
}
