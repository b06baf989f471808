using BounceBoard.Core.Alerts;

namespace BounceBoard.Operations.Alerts;

/// <summary>What there is to say of an alert.</summary>
internal abstract record AlertWords
{
    private AlertWords()
    {
    }

    /// <param name="ToNobody">It is kept in the list, but it is no news.</param>
    public sealed record Found(AlertContent Content, bool ToNobody) : AlertWords;

    /// <summary>Its verdict is being decided.</summary>
    public sealed record NotYet : AlertWords;

    /// <summary>What it tells of was removed meanwhile.</summary>
    public sealed record Gone : AlertWords;
}
