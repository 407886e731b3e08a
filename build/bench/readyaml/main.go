// readyaml says what kubectl reads in each file: the judge of build/bench/reading.ts.
//
// It takes file names on standard input, one a line, and prints one JSON line for each document that isn't empty:
// {"file", "index", "object"}, or {"file", "index", "error"} where kubectl gives up.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"log"
	"os"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/yaml"
)

type line struct {
	File   string          `json:"file"`
	Index  int             `json:"index"`
	Object json.RawMessage `json:"object,omitempty"`
	Error  string          `json:"error,omitempty"`
}

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	lines := json.NewEncoder(out)
	names := bufio.NewScanner(os.Stdin)
	for names.Scan() {
		if err := read(names.Text(), lines); err != nil {
			log.Fatal(err)
		}
	}
	if err := names.Err(); err != nil {
		log.Fatal(err)
	}
}

// read prints the documents of one file up to the first that kubectl refuses, as kubectl reads no further either.
func read(name string, lines *json.Encoder) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	decoder := yaml.NewYAMLOrJSONDecoder(bytes.NewReader(text), 4096)
	for index := 0; ; index++ {
		object := runtime.RawExtension{}
		err := decoder.Decode(&object)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return lines.Encode(line{File: name, Index: index, Error: err.Error()})
		}
		raw := bytes.TrimSpace(object.Raw)
		if len(raw) == 0 || bytes.Equal(raw, []byte("null")) {
			continue
		}
		if err := lines.Encode(line{File: name, Index: index, Object: raw}); err != nil {
			return err
		}
	}
}
