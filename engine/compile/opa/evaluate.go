package main

import (
	"context"
	"time"

	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
)

// EvaluationCase is one evaluation: its own data (else the request's) and input.
type EvaluationCase struct {
	Data  map[string]any `json:"data"`
	Input any            `json:"input"`
}

// EvaluationResult holds the value of the query, or why there is none.
type EvaluationResult struct {
	Value any    `json:"value,omitempty"`
	Error string `json:"error,omitempty"`
}

// evaluate judges many cases with OPA's own evaluator: the second engine that the WASM build is compared with.
func evaluate(request Request) (Response, error) {
	modules, problems := parse(request.Modules)
	if len(problems) > 0 {
		return Response{Problems: problems}, nil
	}
	compiler, problems := build(request, modules)
	if len(problems) > 0 {
		return Response{Problems: problems}, nil
	}
	timeout := time.Duration(request.TimeoutMs) * time.Millisecond
	shared := inmem.NewFromObject(orEmpty(request.Data))
	results := make([]EvaluationResult, 0, len(request.Cases))
	for _, one := range request.Cases {
		store := shared
		if one.Data != nil {
			store = inmem.NewFromObject(one.Data)
		}
		ctx, cancel := context.Background(), func() {}
		if timeout > 0 {
			ctx, cancel = context.WithTimeout(ctx, timeout)
		}
		set, err := rego.New(rego.Query(request.Query), rego.Compiler(compiler), rego.Store(store), rego.Input(one.Input)).Eval(ctx)
		cancel()
		switch {
		case err != nil:
			results = append(results, EvaluationResult{Error: err.Error()})
		case len(set) == 0:
			results = append(results, EvaluationResult{Error: "undefined"})
		default:
			results = append(results, EvaluationResult{Value: set[0].Expressions[0].Value})
		}
	}
	return Response{Results: results}, nil
}

func orEmpty(data map[string]any) map[string]any {
	if data == nil {
		return map[string]any{}
	}
	return data
}
