//! Answers → csv, json, jsonl, tables.
