using System.Runtime.CompilerServices;
using System.Text;

namespace BounceBoard.Operations.Suppressions;

/// <summary>Lines of a text, none of them longer than an address with its remarks can be: a file without a line end must not fill the memory.</summary>
internal static class BoundedLines
{
    private const int Longest = 2000;

    /// <summary>Each line with its number from 1; of one that is too long, the beginning.</summary>
    public static async IAsyncEnumerable<(int Number, string Text)> ReadAsync(Stream content, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(content, Encoding.UTF8, leaveOpen: true);
        var (buffer, line, number) = (new char[8192], new StringBuilder(), 1);
        int read;
        while ((read = await reader.ReadAsync(buffer, cancellationToken)) > 0)
        {
            foreach (var letter in buffer.AsMemory(0, read).ToArray())
            {
                if (letter == '\n')
                {
                    yield return (number++, line.ToString());
                    line.Clear();
                }
                else if (line.Length < Longest)
                {
                    line.Append(letter);
                }
            }
        }
        if (line.Length > 0)
        {
            yield return (number, line.ToString());
        }
    }
}
