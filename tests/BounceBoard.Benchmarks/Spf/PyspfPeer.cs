using System.Globalization;
using System.Text.Json;
using BounceBoard.Benchmarks.Peers;

namespace BounceBoard.Benchmarks.Spf;

/// <summary>pyspf as Debian packs it, in a process of its own that measures itself, with a dictionary for DNS.</summary>
/// <param name="expected">The house's results, which must be its results too.</param>
internal sealed class PyspfPeer(string expected) : IPeer
{
    private const string Python = "/usr/bin/python3";
    private const int Times = 100;

    private const string Script = """
        import json, sys, time, spf
        data = json.loads(sys.argv[1])
        zone = {}
        for name, kind, values in data['zone']:
            read = (lambda v: [v.encode()]) if kind == 'TXT' else (lambda v: (int(v.split()[0]), v.split()[1])) if kind == 'MX' else str
            zone[(name, kind)] = [((name, kind), read(v)) for v in values]
        spf.DNSLookup = lambda name, kind, strict=True, timeout=None: zone.get((name, kind), [])
        def once():
            return [spf.query(i=ip, s=sender, h=helo, receiver='unknown').check()[0] for ip, sender, helo in data['requests']]
        results = once()
        start = time.perf_counter()
        for _ in range(int(sys.argv[2])):
            once()
        print(len(results) * int(sys.argv[2]), time.perf_counter() - start, spf.__version__, *results)
        """;

    private string _version = "";

    public string Name => $"pyspf {_version}, SPF";

    public string Unit => "checks/s";

    public string? Missing => OtherProgram.Exists("/usr/lib/python3/dist-packages/spf.py") ? null : "Debian's python3-spf is not installed; tests/run installs it";

    public async Task PrepareAsync(CancellationToken cancellationToken) => await RunAsync(cancellationToken);

    public async Task<PeerFigure> RunAsync(CancellationToken cancellationToken)
    {
        var input = JsonSerializer.Serialize(new
        {
            zone = SpfZone.Records.Select(row => new object[] { row.Key.Name, row.Key.Type.ToString().ToUpperInvariant(), row.Value }),
            requests = SpfZone.Requests.Select(request => new[] { request.Ip.ToString(), request.MailFrom, request.Helo }),
        });
        var (output, _, peak) = await OtherProgram.RunAsync(Python, ["-c", Script, input, Times.ToString(CultureInfo.InvariantCulture)], cancellationToken);
        var words = output.Split(' ', 4, StringSplitOptions.TrimEntries);
        _version = words[2];
        return words[3] == expected
            ? new PeerFigure(long.Parse(words[0], CultureInfo.InvariantCulture), TimeSpan.FromSeconds(double.Parse(words[1], CultureInfo.InvariantCulture)), peak)
            : throw new InvalidOperationException($"The results differ:\n{words[3]}\n{expected}");
    }
}
