using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using CsCheck;
using Xunit;

namespace BounceBoard.Core.Tests.RetryBatches;

/// <summary>A token names its attempt to whoever has the key, and to nobody else.</summary>
public sealed class VerpTokenTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private static readonly Gen<(long Tenant, long Attempt)> Ids = Gen.Select(Gen.Long[1, long.MaxValue], Gen.Long);

    [Fact]
    public void TryRead_OwnToken_NamesTheAttemptInAnyCase() => Ids.Sample(ids =>
    {
        var local = VerpToken.LocalPart("bounces", new TenantId(ids.Tenant), ids.Attempt, Key);
        return local.Length <= 64 && !local.Any(char.IsUpper)
            && VerpToken.TryRead(local, new TenantId(ids.Tenant), Key, out var read) && read == ids.Attempt
            && VerpToken.TryRead(local.ToUpperInvariant(), new TenantId(ids.Tenant), Key, out read) && read == ids.Attempt;
    });

    [Fact]
    public void TryRead_OneCharacterChanged_Refused() => Gen.Select(Ids, Gen.Int[0, 31], Gen.Int[1, 31]).Sample((ids, at, shift) =>
    {
        const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
        var local = VerpToken.LocalPart("bounces", new TenantId(ids.Tenant), ids.Attempt, Key).ToCharArray();
        var index = "bounces+".Length + at;
        local[index] = Alphabet[(Alphabet.IndexOf(local[index], StringComparison.Ordinal) + shift) % 32];
        return !VerpToken.TryRead(new string(local), new TenantId(ids.Tenant), Key, out var read) && read == 0;
    });

    [Fact]
    public void TryRead_OtherTenantOrKey_Refused() => Ids.Sample(ids =>
    {
        var local = VerpToken.LocalPart("b", new TenantId(ids.Tenant), ids.Attempt, Key);
        return !VerpToken.TryRead(local, new TenantId(ids.Tenant ^ 1), Key, out _) && !VerpToken.TryRead(local, new TenantId(ids.Tenant), [.. Key.Reverse()], out _);
    });

    [Fact]
    public void TryRead_AnyText_NeverThrowsAndIsRefused() =>
        Gen.String.Sample(text => !VerpToken.TryRead(text, new TenantId(1), Key, out _) && !VerpToken.TryRead("b+" + text, new TenantId(1), Key, out _));

    [Fact]
    public void LocalPart_LongestPrefix_FillsTheLocalPart()
    {
        Assert.Equal(64, VerpToken.LocalPart(new string('b', VerpToken.LongestPrefix), new TenantId(1), 1, Key).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => VerpToken.LocalPart(new string('b', VerpToken.LongestPrefix + 1), new TenantId(1), 1, Key));
        Assert.Throws<ArgumentOutOfRangeException>(() => VerpToken.LocalPart("b", new TenantId(1), 1, Key.AsSpan(0, 15)));
    }
}
