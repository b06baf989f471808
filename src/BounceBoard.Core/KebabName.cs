using System.Collections.Concurrent;
using System.Text;

namespace BounceBoard.Core;

/// <summary>The one way in which an enum value is written in JSON, in the database and on the command line: <c>RcptTo</c> is <c>rcpt-to</c>.</summary>
public static class KebabName
{
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Known.GetOrAdd(value.ToString(), Write);

    private static string Write(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsAsciiLetterUpper(name[i]))
            {
                text.Append('-');
            }
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }
}
