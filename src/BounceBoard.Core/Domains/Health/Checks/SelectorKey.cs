using BounceBoard.Core.Domains.Dkim;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>A selector with what stands at its name.</summary>
/// <param name="Reading">The one record; null where there is none, more than one, or no answer.</param>
internal sealed record SelectorKey(SelectorFact Selector, RecordAnswer Answer, DkimReading? Reading)
{
    public bool IsLive => Reading?.State == DkimKeyState.Usable;

    /// <summary>At least 2,048 bits RSA, or Ed25519 (RFC 8301 §3.2, RFC 8463).</summary>
    public bool IsStrong => IsLive && Reading?.Key is { } key && key.Type switch { DkimKeyType.Rsa => key.Bits >= DkimKey.WantedBits, DkimKeyType.Ed25519 => true };

    public bool IsBreakable => Reading?.Key is { IsLongEnough: false };

    public bool IsTesting => IsLive && Reading?.Key is { IsTesting: true };

    /// <summary>A key that should not be there, or not so, and so takes points from a domain that has good ones besides.</summary>
    public bool IsHarmful => IsBreakable || IsTesting;

    public static IReadOnlyList<SelectorKey> AllOf(Examined examined) =>
        [.. examined.Facts.Selectors.DistinctBy(selector => selector.Selector, StringComparer.OrdinalIgnoreCase).Select(selector => Of(selector, examined.Txt(KeyName.Of(selector.Selector, examined.Domain))))];

    private static SelectorKey Of(SelectorFact selector, RecordAnswer answer) => new(selector, answer, answer.Records is [var text] ? DkimKey.Parse(text) : null);
}
