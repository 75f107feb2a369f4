import hashlib, json
def sha(text): return hashlib.sha256(text.encode()).hexdigest()
def of(e):
    p = ["daymark-journal-1"] if e["readers"] == "UNSAID" else ["daymark-journal-2", e["readers"]]
    p += [e["previous"], e["subject"], str(e["number"])] + [e[k] for k in
        ("happened", "recorded", "by", "kind", "what", "why", "rule", "before", "after", "source")]
    return hashlib.sha256(b"".join(b"%d:%s" % (len(x.encode()), x.encode()) for x in p)).hexdigest()
bad, entries = [], [json.loads(line) for line in open("entries.jsonl", encoding="utf-8") if line.strip()]
for c in json.load(open("chains.json", encoding="utf-8")):
    own, last = [e for e in entries if e["subject"] == c["subject"]], ""
    for i, e in enumerate(own, 1):
        if of(e) != e["hash"]: bad.append("%s entry %d is not as it was written" % (c["subject"], e["number"]))
        if e["number"] != i or e["previous"] != last: bad.append("%s entry %d does not follow the one before" % (c["subject"], e["number"]))
        last = e["hash"]
    if len(own) != c["entries"] or last != c["head"]: bad.append("%s ought to have %d entries and end otherwise" % (c["subject"], c["entries"]))
    if "root" in c:
        h = sha("chain\n%s\n%d\n%s\n" % (c["subject"], c["sealedEntries"], c["sealedHead"]))
        for step in c["way"]:
            h = sha("seal\n%s\n" % h) if step == "seal" else sha("node\n%s\n%s\n" % ((step[2:], h) if step[0] == "L" else (h, step[2:])))
        if h != c["root"] or c["sealedHead"] not in [e["hash"] for e in own if e["number"] == c["sealedEntries"]]: bad.append("%s does not lead to seal %d" % (c["subject"], c["seal"]))
        print("%s: entries 1 to %d are under seal %d, root %s, lodged: %s" % (c["subject"], c["sealedEntries"], c["seal"], h, c["lodged"] or "not recorded"))
print("\n".join(bad) or "WHOLE: %d entries" % len(entries))
