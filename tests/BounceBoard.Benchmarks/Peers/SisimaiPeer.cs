using System.Globalization;

namespace BounceBoard.Benchmarks.Peers;

/// <summary>Sisimai as Debian packs it, in a process of its own that measures itself.</summary>
internal sealed class SisimaiPeer : IPeer
{
    private const string Script = """
        use strict; use Sisimai; use Time::HiRes 'time'; use File::Find;
        my @files; find(sub { push @files, $File::Find::name if /\.eml$/ }, $ARGV[0]); my $n = 0;
        my $start = time;
        for my $round (1 .. $ARGV[1]) { for my $file (@files) { eval { my $found = Sisimai->make($file); }; $n++ } }
        printf "%d %.6f %s\n", $n, time - $start, $Sisimai::VERSION;
        """;

    private string _version = "";

    public string Name => $"Sisimai {_version}, bounce mails";

    public string Unit => "files/s";

    public string? Missing => OtherProgram.Exists("/usr/share/perl5/Sisimai.pm") ? RealBounces.Missing : "Debian's libsisimai-perl is not installed; tests/run installs it";

    public async Task PrepareAsync(CancellationToken cancellationToken) => await RunAsync(cancellationToken);

    public async Task<PeerFigure> RunAsync(CancellationToken cancellationToken)
    {
        var (output, _, peak) = await OtherProgram.RunAsync(
            "perl", ["-e", Script, RealBounces.Folder, RealBounces.Times.ToString(CultureInfo.InvariantCulture)], cancellationToken);
        var words = output.Split(' ', StringSplitOptions.TrimEntries);
        _version = words[2];
        return new PeerFigure(long.Parse(words[0], CultureInfo.InvariantCulture), TimeSpan.FromSeconds(double.Parse(words[1], CultureInfo.InvariantCulture)), peak);
    }
}
