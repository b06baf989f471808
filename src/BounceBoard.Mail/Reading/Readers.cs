using BounceBoard.Mail.Reading.Dsn;
using BounceBoard.Mail.Reading.PostfixLog;

namespace BounceBoard.Mail.Reading;

/// <summary>The one list of readers. Exact forms stand before loose ones; a new form is one line here.</summary>
internal static class Readers
{
    public static IReadOnlyList<IBounceReader> InOrder { get; } =
    [
        new PostfixLogReader(),
        new DsnReader(),
    ];
}
