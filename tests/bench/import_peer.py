#!/usr/bin/env python3
"""What a plain script does: json.load, then the same deduplicated texts into SQLite.

usage: import_peer.py DATABASE plain|indexed FILE…
Prints the seconds that reading and writing took (starting Python is not counted).
"""
import json
import sqlite3
import sys
import time


def texts_of(row):
    yield row["instruction"]
    yield row["output_1"]
    yield row["output_2"]
    completion = row.get("raw_completion")
    if isinstance(completion, dict):
        explanation = completion.get("concise_explanation")
        if explanation:
            yield explanation
        yield json.dumps(completion)  # the raw reply, which a workspace keeps as well


def main():
    database, mode, files = sys.argv[1], sys.argv[2], sys.argv[3:]
    begun = time.perf_counter()
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE texts(id INTEGER PRIMARY KEY, body TEXT NOT NULL)")
    if mode == "indexed":
        connection.execute(
            "CREATE VIRTUAL TABLE search USING fts5(body, content='texts', content_rowid='id',"
            " tokenize='unicode61 remove_diacritics 2')"
        )
    seen = {}
    for path in files:
        with open(path, encoding="utf-8") as file:
            rows = json.load(file)
        for row in rows:
            for text in texts_of(row):
                if text in seen:
                    continue
                seen[text] = len(seen) + 1
                connection.execute("INSERT INTO texts(id, body) VALUES(?, ?)", (seen[text], text))
                if mode == "indexed":
                    connection.execute(
                        "INSERT INTO search(rowid, body) VALUES(?, ?)", (seen[text], text)
                    )
        connection.commit()
    connection.close()
    print(time.perf_counter() - begun)


main()
