package main

import (
	"context"
	"fmt"
	"maps"
	"sort"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// Mutant is one module with a fault planted in it, whole: it takes the place of the module of that name.
type Mutant struct {
	File string `json:"file"`
	Text string `json:"text"`
}

// MutantOutcome says what became of a mutant: "refused" (it does not compile), "killed" (a test fails), "timeout" (its
// tests run on and on, or want too much) or "survived".
type MutantOutcome struct {
	Outcome string `json:"outcome"`
	By      string `json:"by,omitempty"`
}

const (
	refused  = "refused"
	killed   = "killed"
	timedOut = "timeout"
	survived = "survived"
)

// oneTest is a rule whose name begins with test_, by its query. kills: how many mutants it has killed; those that kill
// most are asked first, because one failing test is enough.
type oneTest struct {
	name  string
	query ast.Body
	kills int
}

// runMutants runs the tests of the modules against each mutant, each compiled with all other modules as they are.
// A request whose modules do not compile, or with a test that fails without any mutation, yields problems only.
func runMutants(request Request) (Response, error) {
	sound, problems := parse(request.Modules)
	if len(problems) > 0 {
		return Response{Problems: problems}, nil
	}
	tests, problems := testsOf(sound)
	if len(problems) > 0 {
		return Response{Problems: problems}, nil
	}
	limit := time.Duration(request.TimeoutMs) * time.Millisecond
	if limit <= 0 {
		limit = 10 * time.Second
	}
	run := mutantRun{
		request: request, sound: sound, tests: tests, limit: limit,
		store: inmem.NewFromObject(orEmpty(request.Data)), builtins: capabilities(request.Builtins),
	}
	compiler, err := run.compiled(sound, true)
	if err != nil {
		return Response{Problems: problemsOf(err, "")}, nil
	}
	if outcome := run.judge(compiler); outcome.Outcome != survived {
		return Response{Problems: []Problem{{Line: 1, Column: 1, Code: "test", Message: fmt.Sprintf("without any mutation: %s by %s", outcome.Outcome, outcome.By)}}}, nil
	}
	outcomes := make([]MutantOutcome, 0, len(request.Mutants))
	for _, mutant := range request.Mutants {
		outcomes = append(outcomes, run.outcome(mutant))
	}
	return Response{Mutants: outcomes}, nil
}

func testsOf(modules map[string]*ast.Module) ([]*oneTest, []Problem) {
	var tests []*oneTest
	var problems []Problem
	seen := map[string]bool{}
	for _, file := range sortedKeys(modules) {
		for _, rule := range modules[file].Rules {
			name := string(rule.Head.Name)
			if !strings.HasPrefix(name, "test_") {
				continue
			}
			ref := modules[file].Package.Path.Append(ast.StringTerm(name))
			if seen[ref.String()] {
				problems = append(problems, problemAt(rule.Location, "test", "two tests have the name "+name))
				continue
			}
			seen[ref.String()] = true
			tests = append(tests, &oneTest{name: ref.String(), query: ast.NewBody(ast.NewExpr(ast.NewTerm(ref)))})
		}
	}
	return tests, problems
}

type mutantRun struct {
	request Request
	sound   map[string]*ast.Module
	tests   []*oneTest
	limit   time.Duration
	store   storage.Store
	// builtins: what the runtime has.
	builtins *ast.Capabilities
}

// compiled lets be what is only unused, other than a build: a condition that is dropped leaves names behind.
// typed: whether the modules are checked against the schemas, which takes a third of the time.
func (run *mutantRun) compiled(modules map[string]*ast.Module, typed bool) (*ast.Compiler, error) {
	compiler := ast.NewCompiler().WithCapabilities(run.builtins)
	if typed {
		schemas := ast.NewSchemaSet()
		for name, schema := range run.request.Schemas {
			schemas.Put(ast.MustParseRef("schema."+name), schema)
		}
		compiler = compiler.WithSchemas(schemas).WithUseTypeCheckAnnotations(true)
	}
	compiler.Compile(copies(modules))
	if compiler.Failed() {
		return nil, compiler.Errors
	}
	return compiler, nil
}

func (run *mutantRun) outcome(mutant Mutant) MutantOutcome {
	parsed, problems := parse(map[string]string{mutant.File: mutant.Text})
	if len(problems) > 0 {
		return MutantOutcome{Outcome: refused, By: problems[0].Message}
	}
	modules := maps.Clone(run.sound)
	modules[mutant.File] = parsed[mutant.File]
	compiler, err := run.compiled(modules, false)
	if err != nil {
		return MutantOutcome{Outcome: refused, By: problemsOf(err, "")[0].Message}
	}
	outcome := run.judge(compiler)
	if outcome.Outcome == survived {
		if _, err := run.compiled(modules, true); err != nil {
			return MutantOutcome{Outcome: refused, By: problemsOf(err, "")[0].Message}
		}
	}
	return outcome
}

// judge runs the tests until one fails.
func (run *mutantRun) judge(compiler *ast.Compiler) MutantOutcome {
	ctx := context.Background()
	txn, err := run.store.NewTransaction(ctx)
	if err != nil {
		return MutantOutcome{Outcome: refused, By: err.Error()}
	}
	defer run.store.Abort(ctx, txn)
	clock := &deadline{at: time.Now().Add(run.limit)}
	for _, test := range run.tests {
		query, err := compiler.QueryCompiler().Compile(test.query)
		passed := false
		if err == nil {
			var results topdown.QueryResultSet
			results, err = topdown.NewQuery(query).WithCompiler(compiler).WithStore(run.store).WithTransaction(txn).
				WithCancel(clock).Run(ctx)
			passed = err == nil && len(results) > 0
		}
		if passed {
			continue
		}
		test.kills++
		sort.SliceStable(run.tests, func(a, b int) bool { return run.tests[a].kills > run.tests[b].kills })
		if topdown.IsCancel(err) {
			return MutantOutcome{Outcome: timedOut, By: test.name}
		}
		return MutantOutcome{Outcome: killed, By: test.name}
	}
	return MutantOutcome{Outcome: survived}
}

// deadline ends an evaluation by the clock, without a second thread: WebAssembly has none.
type deadline struct {
	at    time.Time
	asked int
	over  bool
}

func (d *deadline) Cancel() { d.over = true }

func (d *deadline) Cancelled() bool {
	d.asked++
	if !d.over && d.asked%256 == 0 {
		d.over = time.Now().After(d.at)
	}
	return d.over
}
