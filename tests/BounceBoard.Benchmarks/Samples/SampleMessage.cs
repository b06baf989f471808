using System.Globalization;

namespace BounceBoard.Benchmarks.Samples;

/// <summary>What the lines of one made-up message have in common.</summary>
internal sealed record SampleMessage(int Index)
{
    private static readonly DateTimeOffset Start = new(2026, 5, 16, 7, 0, 0, TimeSpan.Zero);

    public bool IsRefused => Index % 10 == 0;

    public string Domain => string.Create(CultureInfo.InvariantCulture, $"receiver{Index % 500}.example");

    public string Recipient => string.Create(CultureInfo.InvariantCulture, $"person{Index}@{Domain}");

    public string Sender => string.Create(CultureInfo.InvariantCulture, $"bounce+{Index}@sender.test");

    public string Ip => string.Create(CultureInfo.InvariantCulture, $"198.51.100.{Index % 250}");

    public string Mx => $"mx1.{Domain}";

    public long Seconds => At.ToUnixTimeSeconds();

    private DateTimeOffset At => Start.AddMilliseconds(Index * 20L);

    public string Time(string format) => At.ToString(format, CultureInfo.InvariantCulture);
}
