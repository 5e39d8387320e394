#!/usr/bin/env python3
"""Times our kernels beside igraph, NetworKit, Neo4j Graph Data Science and JGraphT on the same edge lists.

    python3 -m venv peers && peers/bin/pip install igraph networkit
    python3 src/bench/peers.py --python peers/bin/python --graphs silos-5000,email-Enron
    python3 src/bench/peers.py --ladder

Prints a Markdown table a graph: seconds, a peer's seconds over ours (warm), and the values compared, so that a
fast wrong answer is seen; a value that differs is marked and makes the exit code 1. Every kernel of ours and of
JGraphT has a JVM of its own: cold is its first call, warm the median of further calls within the budget. GDS
gives its second call. --rounds runs everything several times in turn, and gives medians and the range: machines
are noisier than the differences between kernels. --ladder times ours on planted silos
of 10^4 to 10^7 ties and fits the exponent of time against ties. Nobody gets more than --threads threads.
"""
import argparse
import gzip
import json
import math
import os
import re
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
WORK = PROJECT / "target" / "bench"
GRAPHS = ["silos-5000", "silos-100000", "silos-1000000", "email-Enron", "MIT8", "astro-ph"]
LADDER = ["silos-1000", "silos-10000", "silos-100000", "silos-1000000"]
PEERS = ["igraph", "networkit", "gds", "jgrapht"]
NAMES = {"igraph": "igraph", "networkit": "NetworKit", "gds": "GDS", "jgrapht": "JGraphT"}
MEAN_TIES = 20
JVM = ["--enable-native-access=ALL-UNNAMED", "--add-modules", "jdk.incubator.vector",
       "--sun-misc-unsafe-memory-access=allow", "-XX:+UseParallelGC"]

# Which of our two numbers a peer's value is: of vertex 0, or of the whole. What is not here is not compared.
COMPARED = {
    "betweenness": dict(igraph="first", networkit="first", jgrapht="first"),
    "closeness": dict(igraph="first", networkit="first"),
    "pagerank": dict(igraph="first", jgrapht="first"),
    "hits": dict(igraph="first"),
    "constraint": dict(igraph="first"),
    "coreness": dict(igraph="first", networkit="first", gds="whole", jgrapht="first"),
    "local clustering": dict(igraph="first", networkit="first", gds="whole", jgrapht="first"),
    "modularity": dict(igraph="whole"),
    "components": dict(igraph="whole", networkit="whole"),
    "cut people": dict(igraph="whole", gds="whole"),
    "bridge ties": dict(igraph="whole"),
    "minimum cut": dict(igraph="whole"),
}
# Peers stop iterating at tolerances of their own.
CLOSE = {"pagerank": 1e-4, "hits": 1e-4}
# More is better, and nobody has the one right answer: ours may be below the best peer's by this.
QUALITY = {"leiden modularity": 5e-4}


def main():
    options = arguments()
    WORK.mkdir(parents=True, exist_ok=True)
    classpath = build(options)
    ours = dict(line.split("\t") for line in java(options, classpath, []).splitlines())
    kernels = chosen(options, ours)
    if options.ladder:
        ladder(options, classpath, kernels)
        return 0
    gds = None if options.skip_gds else build_gds(options)
    differing = 0
    for name in options.graphs.split(","):
        path = graph(name, options)
        people, ties = size(path)
        exact = people <= options.exact_below and any(kernel in kernels for kernel in ("betweenness", "closeness"))
        own, peers = {}, {}
        load = os.getloadavg()[0] if hasattr(os, "getloadavg") else math.nan
        # Ours and the peers take turns, so that a busy minute of the machine does not fall on one of them alone.
        for _ in range(options.rounds):
            for kernel, most in kernels.items():
                if people <= int(most) and not (kernel.startswith("jgrapht") and options.skip_jgrapht):
                    own.setdefault(kernel, []).append(timed(options, classpath, path, kernel))
            if not options.skip_python:
                python_peers(path, exact, options, peers)
            if gds:
                gds_peer(path, exact, gds, options, peers)
        for kernel in [kernel for kernel in own if kernel.startswith("jgrapht ")]:
            peers["jgrapht", kernel.removeprefix("jgrapht ")] = [
                (figures["warm"], figures["first"]) for figures in own.pop(kernel)]
        print(f"\n### {name}: {people:,} people, {ties:,} ties\n\n{options.rounds} round{'s' * (options.rounds > 1)}, {options.threads} threads, "
              f"load average before: {load:.1f}\n")
        differing += table(own, peers)
    if differing:
        print(f"\n{differing} values differ from a peer's.", file=sys.stderr)
    return 1 if differing else 0


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--graphs", default=",".join(GRAPHS), metavar="NAMES",
                        help=f"some of {', '.join(GRAPHS)}, silos-PEOPLE of any size, or paths of edge lists")
    parser.add_argument("--kernels", default="", metavar="NAMES", help="only these, such as 'coreness,cut people'")
    parser.add_argument("--ladder", action="store_true", help="ours on 10^4 to 10^7 ties, with fitted exponents")
    parser.add_argument("--ladder-seconds", type=float, default=60, metavar="S",
                        help="a kernel climbs no further where its next step would take longer")
    parser.add_argument("--budget", type=float, default=10, metavar="S", help="seconds for the calls of one kernel")
    parser.add_argument("--rounds", type=int, default=1, help="how often everything is run, in turn")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--exact-below", type=int, default=40_000, metavar="PEOPLE",
                        help="peers compute exact betweenness up to so many people")
    parser.add_argument("--python", default=sys.executable, help="a Python that has igraph and networkit")
    parser.add_argument("--java", default=None, help="a java of JDK 25 or later; else that of JAVA_HOME, else of PATH")
    parser.add_argument("--heap", default="8g", help="the heap of every JVM")
    parser.add_argument("--shared", type=Path, default=PROJECT.parent / "shared", help="the folder of data and tools")
    parser.add_argument("--skip-gds", action="store_true")
    parser.add_argument("--skip-jgrapht", action="store_true")
    parser.add_argument("--skip-python", action="store_true", help="without igraph and NetworKit")
    parser.add_argument("--skip-build", action="store_true", help="use what the last run compiled")
    options = parser.parse_args()
    home = os.environ.get("JAVA_HOME")
    options.java = options.java or (str(Path(home, "bin", "java")) if home else "java")
    version = run([options.java, "-version"], stderr=subprocess.STDOUT)
    found = re.search(r'version "(\d+)', version)
    if not found or int(found.group(1)) < 25:
        parser.error(f"{options.java} is not of JDK 25 or later: {version.splitlines()[0]}; see --java")
    return options


def chosen(options, ours):
    """The kernels asked for, with the most people each is for; JGraphT's go with ours of the same name."""
    wanted = [name.strip() for name in options.kernels.split(",") if name.strip()]
    unknown = [name for name in wanted if name not in ours]
    if unknown:
        sys.exit(f"No kernel is called {unknown[0]!r}; there are {', '.join(ours)}")
    return {name: most for name, most in ours.items()
            if (not wanted or name.removeprefix("jgrapht ") in wanted or name in wanted)
            and not (options.ladder and name.startswith("jgrapht"))}


# Building and running

def run(command, **settings):
    settings = {"stderr": subprocess.PIPE, **settings}
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, text=True, check=False, **settings)
    if done.returncode:
        said = (done.stdout + (done.stderr or ""))[-3000:]
        sys.exit(f"Failed ({done.returncode}): {' '.join(map(str, command))[:300]}\n{said}")
    return done.stdout


def maven(*goals):
    run([PROJECT / ("mvnw.cmd" if os.name == "nt" else "mvnw"), "-B", "-ntp", "-q", *goals],
        cwd=PROJECT, stderr=subprocess.STDOUT)


def build(options):
    file = WORK / "classpath"
    if not options.skip_build or not file.exists():
        maven("-Pbench", "test-compile", "dependency:build-classpath", f"-Dmdep.outputFile={file}")
    return os.pathsep.join([str(PROJECT / "target" / "test-classes"), str(PROJECT / "target" / "classes"),
                            file.read_text()])


def build_gds(options):
    """Compiles a copy of the shared peer, whose bound for exact betweenness becomes an option."""
    place = WORK / "gds_peer"
    file = WORK / "gds-classpath"
    if not options.skip_build or not file.exists():
        shared = options.shared / "tools" / "gds_peer"
        # File by file: a copied tree would be as read-only as the shared folder.
        for part in ("pom.xml", "src/main/java/peer/GdsPeer.java"):
            (place / part).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(shared / part, place / part)
        source = place / "src/main/java/peer/GdsPeer.java"
        text = source.read_text()
        bounded = text.replace("last < 20_000", 'last < Long.getLong("exactBelow", 20_000)')
        if bounded == text:
            sys.exit(f"{source} has another bound for exact betweenness than the 20_000 expected here")
        source.write_text(bounded)
        maven("-f", place / "pom.xml", "package", "dependency:build-classpath", f"-Dmdep.outputFile={file}")
    return os.pathsep.join([str(place / "target" / "classes"), file.read_text()])


def java(options, classpath, parts):
    return run([options.java, *JVM, f"-Xmx{options.heap}", f"-XX:ActiveProcessorCount={options.threads}",
                "-cp", classpath, "org.passerelle.measure.KernelBench", *parts])


def timed(options, classpath, path, kernel):
    return json.loads(java(options, classpath, [path, kernel, options.budget]))


def python_peers(path, exact, options, found):
    environment = {**os.environ, "OMP_NUM_THREADS": str(options.threads)}
    for script in (options.shared / "tools" / "peer_kernels.py", PROJECT / "src/bench/further_peer_kernels.py"):
        command = [options.python, script, path] + (["--exact"] if exact else [])
        collect(run(command, env=environment), found)


def gds_peer(path, exact, classpath, options, found):
    bound = options.exact_below if exact else 0
    output = run([options.java, f"-Xmx{options.heap}", f"-XX:ActiveProcessorCount={options.threads}",
                  f"-DexactBelow={bound}", "-cp", classpath, "peer.GdsPeer", path])
    # Of its two rounds the second: the first is cold.
    for key, calls in collect(output, {}).items():
        found.setdefault(key, []).append(calls[-1])


def collect(output, found):
    """Adds (seconds, value) of each line to the lists by (peer, kernel)."""
    for line in output.splitlines():
        if line.startswith('{"peer"'):
            figure = json.loads(line)
            kernel = figure["kernel"]
            # GDS says its sampling with the kernel's name.
            kernel = "betweenness from 256 sources" if "samplingSize: 256" in kernel else kernel
            found.setdefault((figure["peer"], kernel), []).append((figure["seconds"], figure["value"]))
    return found


# Edge lists

def graph(name, options):
    """The clean edge list of a name: one tie a line, vertices renumbered 0..n-1 in the order of their numbers."""
    if Path(name).is_file():
        return Path(name)
    path = WORK / f"{name}.txt"
    if path.exists():
        return path
    data = options.shared / "data" / "graphs"
    planted = re.fullmatch(r"silos-(\d+)", name)
    partial = path.with_suffix(".partial")
    if planted:
        with open(partial, "w") as out:
            subprocess.run([sys.executable, options.shared / "tools" / "planted_silos.py", planted[1], str(MEAN_TIES)],
                           stdout=out, check=True)
    elif name == "email-Enron":
        with gzip.open(data / "email-Enron.txt.gz", "rt") as lines:
            clean(pairs(lines), partial)
    elif (data / f"networkit_{name}.edgelist").exists():
        with open(data / f"networkit_{name}.edgelist") as lines:
            clean(pairs(lines), partial)
    elif (data / f"networkit_{name}.graph").exists():
        with open(data / f"networkit_{name}.graph") as lines:
            clean(metis(lines), partial)
    else:
        sys.exit(f"No graph is called {name!r}; see --help")
    partial.rename(path)
    return path


def pairs(lines):
    for line in lines:
        if line[:1].isdigit():
            one, other = line.split()[:2]
            yield int(one), int(other)


def metis(lines):
    """A row a vertex, its neighbours counted from 1; comments start with a percent sign."""
    rows = (line for line in lines if not line.startswith("%"))
    next(rows)
    for vertex, row in enumerate(rows, 1):
        for neighbour in row.split():
            yield vertex, int(neighbour)


def clean(ties, path):
    once = sorted({(min(tie), max(tie)) for tie in ties if tie[0] != tie[1]})
    number = {vertex: place for place, vertex in enumerate(sorted({end for tie in once for end in tie}))}
    with open(path, "w") as out:
        out.writelines(f"{number[one]} {number[other]}\n" for one, other in once)


def size(path):
    people, ties = 0, 0
    with open(path) as lines:
        for one, other in pairs(lines):
            people, ties = max(people, one + 1, other + 1), ties + 1
    return people, ties


# Tables

def table(own, peers):
    """Prints a graph's table; the number of values that differ from a peer's."""
    present = [peer for peer in PEERS if any(key[0] == peer for key in peers)]
    print("| kernel | cold s | warm s | " + "".join(f"{NAMES[peer]} s | " for peer in present)
          + "best peer over ours | values |")
    print("|---|---|---|" + "---|" * (len(present) + 2))
    differing = 0
    for kernel, rounds in own.items():
        warm = statistics.median(figures["warm"] for figures in rounds)
        cold = statistics.median(figures["cold"] for figures in rounds)
        cells, ratios, verdicts = [], [], []
        for peer in present:
            calls = peers.get((peer, kernel))
            if not calls:
                cells.append("-")
                continue
            ratio = statistics.median(seconds for seconds, _ in calls) / warm
            ratios.append(ratio)
            cells.append(f"{spread([seconds for seconds, _ in calls])}, {ratio:.2f}x")
            for value in dict.fromkeys(value for _, value in calls):
                verdict, differs = compare(kernel, peer, rounds[-1], value)
                verdicts.append(verdict)
                differing += differs
        best = f"**{min(ratios):.2f}x**" if ratios else "-"
        values = "; ".join(dict.fromkeys(filter(None, verdicts)))
        values = values or f"{rounds[-1]['first']:.6g}, {rounds[-1]['whole']:.6g}"
        print(f"| {kernel} | {spell(cold)} | {spread([figures['warm'] for figures in rounds])} | "
              + "".join(f"{cell} | " for cell in cells) + f"{best} | {values} |", flush=True)
    return differing


def spread(seconds):
    """The median, and between what the rounds lay."""
    middle = spell(statistics.median(seconds))
    return middle if len(seconds) == 1 else f"{middle} ({spell(min(seconds))} to {spell(max(seconds))})"


def compare(kernel, peer, figures, value):
    """What to say of a peer's value beside ours, and whether it differs."""
    if value is None:
        return "", False
    if kernel in QUALITY:
        worse = figures["whole"] < value - QUALITY[kernel]
        return f"{figures['whole']:.6f}, {NAMES[peer]} {value:.6f}{' **WORSE**' if worse else ''}", worse
    which = COMPARED.get(kernel, {}).get(peer)
    if which is None:
        return "", False
    ours = figures[which]
    # Where a figure is not defined some say NaN and some 0.
    one, other = (0.0 if math.isnan(number) else float(number) for number in (ours, value))
    if math.isclose(one, other, rel_tol=CLOSE.get(kernel, 1e-6), abs_tol=1e-12):
        return f"= {NAMES[peer]}", False
    return f"{ours:.8g}, {NAMES[peer]} {value:.8g} **DIFFERS**", True


def spell(seconds):
    return f"{seconds:.4f}" if seconds < 0.1 else f"{seconds:.3f}" if seconds < 10 else f"{seconds:.1f}"


def ladder(options, classpath, kernels):
    """Ours on ever larger planted silos; a kernel stops where its next step would take too long."""
    steps = [graph(name, options) for name in LADDER]
    ties = [size(path)[1] for path in steps]
    print("| kernel | " + "".join(f"{count:,} ties, s | " for count in ties) + "exponent |")
    print("|---|" + "---|" * (len(ties) + 1))
    for kernel in kernels:
        seconds = []
        for step, path in enumerate(steps):
            if step and forecast(ties, seconds, step) > options.ladder_seconds:
                break
            if ties[step] // (MEAN_TIES // 2) > int(kernels[kernel]):
                break
            seconds.append(timed(options, classpath, path, kernel)["warm"])
        cells = [spell(value) for value in seconds] + ["-"] * (len(ties) - len(seconds))
        fitted = f"{slope(ties, seconds):.2f}" if len(seconds) > 1 else "-"
        print(f"| {kernel} | {' | '.join(cells)} | {fitted} |", flush=True)


def forecast(ties, seconds, step):
    growth = slope(ties[step - 2:step], seconds[step - 2:step]) if step > 1 else 1
    return seconds[-1] * (ties[step] / ties[step - 1]) ** max(1, growth)


def slope(ties, seconds):
    """Least squares of log seconds over log ties."""
    points = [(math.log(count), math.log(value)) for count, value in zip(ties, seconds)]
    mean_x = statistics.mean(x for x, _ in points)
    mean_y = statistics.mean(y for _, y in points)
    return (sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points))


if __name__ == "__main__":
    sys.exit(main())
