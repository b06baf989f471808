using System.Text;

namespace BounceBoard.Benchmarks.Samples;

/// <summary>A log of one form, made up: one message in ten is refused.</summary>
/// <param name="Head">What stands above its lines.</param>
/// <param name="LinesPerMessage">Lines that one message has.</param>
/// <param name="Line">All lines of one message.</param>
internal sealed record LogSample(string Name, string Head, int LinesPerMessage, Func<SampleMessage, string> Line)
{
    public byte[] Write(int messages)
    {
        var log = new StringBuilder(Head);
        for (var index = 0; index < messages; index++)
        {
            log.Append(Line(new SampleMessage(index)));
        }
        return Encoding.ASCII.GetBytes(log.ToString());
    }
}
