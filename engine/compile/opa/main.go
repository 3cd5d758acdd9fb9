// Command opa is Privity's Rego compiler: one JSON request on standard input, one JSON response on standard output.
//
// It is built for wasip1 and run by engine/compile/compiler.ts, so that a firm needs neither Go nor OPA. It reads no
// file, no environment and no network: everything it knows is in the request.
package main

import (
	"encoding/json"
	"fmt"
	"os"
)

// Request names an operation and carries its arguments; fields that an operation does not use are ignored.
type Request struct {
	Op          string            `json:"op"`
	Modules     map[string]string `json:"modules"`
	Schemas     map[string]any    `json:"schemas"`
	Builtins    []string          `json:"builtins"`
	Entrypoints []string          `json:"entrypoints"`
	Vocabulary  Vocabulary        `json:"vocabulary"`
	Data        map[string]any    `json:"data"`
	Filter      string            `json:"filter"`
	Coverage    bool              `json:"coverage"`
	TimeoutMs   int               `json:"timeout_ms"`
	Query       string            `json:"query"`
	Cases       []EvaluationCase  `json:"cases"`
	Mutants     []Mutant          `json:"mutants"`
}

// Problem is one error of the firm's own Rego, with the place in the firm's own file.
type Problem struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Code    string `json:"code"`
	Message string `json:"message"`
}

// Response is what an operation yields; a request with problems yields nothing else.
type Response struct {
	Problems    []Problem          `json:"problems,omitempty"`
	Wasm        []byte             `json:"wasm,omitempty"`
	Annotations []Annotation       `json:"annotations,omitempty"`
	Formatted   map[string]string  `json:"formatted,omitempty"`
	Tests       []TestResult       `json:"tests,omitempty"`
	Coverage    any                `json:"coverage,omitempty"`
	Results     []EvaluationResult `json:"results,omitempty"`
	Mutants     []MutantOutcome    `json:"mutants,omitempty"`
	Version     string             `json:"version,omitempty"`
}

func main() {
	var request Request
	decoder := json.NewDecoder(os.Stdin)
	decoder.UseNumber()
	if err := decoder.Decode(&request); err != nil {
		fmt.Fprintln(os.Stderr, "the request is not JSON:", err)
		os.Exit(2)
	}
	response, err := answer(request)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(response); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

func answer(request Request) (Response, error) {
	switch request.Op {
	case "compile":
		return compileToWasm(request)
	case "check":
		return check(request)
	case "format":
		return formatModules(request)
	case "test":
		return runTests(request)
	case "evaluate":
		return evaluate(request)
	case "mutate":
		return runMutants(request)
	case "version":
		return Response{Version: opaVersion()}, nil
	}
	return Response{}, fmt.Errorf("unknown operation %q", request.Op)
}
