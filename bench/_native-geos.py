# Times native GEOS (python shapely) on the two zones in the files given: from and to WKB, validity asked, on the grid.
# Prints one JSON object of milliseconds: the whole, and the operation alone.
import json
import sys
import time

import shapely

first, second, grid, runs = sys.argv[1], sys.argv[2], float(sys.argv[3]), int(sys.argv[4])
with open(first, "rb") as file:
    first = file.read()
with open(second, "rb") as file:
    second = file.read()


def median(work):
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(1000 * (time.process_time() - start))
    return sorted(times)[runs // 2]


def whole():
    one, other = shapely.from_wkb(first), shapely.from_wkb(second)
    shapely.is_valid(one), shapely.is_valid(other)
    return shapely.to_wkb(shapely.intersection(one, other, grid_size=grid))


one, other = shapely.from_wkb(first), shapely.from_wkb(second)
print(json.dumps({
    "geos": ".".join(str(part) for part in shapely.geos_version),
    "wholeMs": median(whole),
    "aloneMs": median(lambda: shapely.intersection(one, other, grid_size=grid)),
}))
