calc --jsonl
