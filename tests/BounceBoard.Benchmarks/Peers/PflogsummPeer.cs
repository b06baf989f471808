namespace BounceBoard.Benchmarks.Peers;

/// <summary>pflogsumm counts; its own start is part of its time, which is small beside a million lines.</summary>
internal sealed class PflogsummPeer : IPeer
{
    private const string Program = "/usr/sbin/pflogsumm";

    public string Name => "pflogsumm, Postfix log";

    public string Unit => "lines/s";

    public string? Missing => OtherProgram.Exists(Program) ? null : "Debian's pflogsumm is not installed; tests/run installs it";

    public Task PrepareAsync(CancellationToken cancellationToken) => SampleLog.WriteAsync(cancellationToken);

    public async Task<PeerFigure> RunAsync(CancellationToken cancellationToken)
    {
        var (output, time, peak) = await OtherProgram.RunAsync(Program, [SampleLog.File], cancellationToken);
        return output.Contains("bounced", StringComparison.Ordinal) ? new PeerFigure(SampleLog.Lines, time, peak) : throw new InvalidOperationException("pflogsumm counted no bounce.");
    }
}
