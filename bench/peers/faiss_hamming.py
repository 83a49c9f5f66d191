"""Searches hashes with FAISS's exact binary indexes; called by faiss-hamming.ts, which says how.

Arguments: file of hashes, file of queries (32 bytes each), radius. Prints one JSON object.
"""

import json
import sys
import time

import faiss
import numpy

hashes = numpy.fromfile(sys.argv[1], dtype=numpy.uint8).reshape(-1, 32)
queries = numpy.fromfile(sys.argv[2], dtype=numpy.uint8).reshape(-1, 32)
radius = int(sys.argv[3])
faiss.omp_set_num_threads(1)


def measure(index):
    began = time.perf_counter()
    index.add(hashes)
    build = time.perf_counter() - began
    times, hits = [], []
    for query in queries:
        began = time.perf_counter()
        # FAISS finds what is nearer than the radius, not what is as far away.
        limits, _, labels = index.range_search(query.reshape(1, 32), radius + 1)
        times.append((time.perf_counter() - began) * 1000)
        hits.append(sorted(int(label) for label in labels))
    return {"build_s": build, "p50_ms": float(numpy.median(times)), "hits": hits}


flat = faiss.IndexBinaryFlat(256)
# Sixteen bands of 16 bits, each probed at up to one flipped bit: exact up to 31 bits (pigeonhole).
multi = faiss.IndexBinaryMultiHash(256, 16, 16)
multi.nflip = 1
print(json.dumps({"flat": measure(flat), "multi_hash": measure(multi)}))
