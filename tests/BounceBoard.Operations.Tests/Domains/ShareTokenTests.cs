using System.Security.Cryptography;
using BounceBoard.Operations.Domains;
using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Operations.Users;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.Domains;

/// <summary>A link opens what it was made for and nothing else, however it is bent.</summary>
public sealed class ShareTokenTests
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    [Fact]
    public async Task OpenAsync_TenThousandGuesses_OpenNothing()
    {
        await using var made = await ExamHouse.OpenAsync();
        await made.NowAsync();
        var token = await ShareAsync(made);
        var desk = made.House.Get<ShareDesk>();
        for (var guess = 0; guess < 10_000; guess++)
        {
            Assert.Null(await desk.OpenAsync(RandomNumberGenerator.GetString(Alphabet, token.Length), default));
        }
        Assert.NotNull(await desk.OpenAsync(token, default));
    }

    [Fact]
    public async Task OpenAsync_EveryCharacterChanged_OpensNothing()
    {
        await using var made = await ExamHouse.OpenAsync();
        await made.NowAsync();
        var token = await ShareAsync(made);
        var desk = made.House.Get<ShareDesk>();
        for (var place = 0; place < token.Length; place++)
        {
            foreach (var changed in Alphabet.Where(letter => letter != token[place]).Append('\0').Append('%'))
            {
                Assert.Null(await desk.OpenAsync($"{token[..place]}{changed}{token[(place + 1)..]}", default));
            }
        }
        foreach (var bent in (string[])["", token[1..], token + token, $" {token[1..]}", token.ToUpperInvariant(), token.ToLowerInvariant(), new string('a', 100_000)])
        {
            Assert.Null(await desk.OpenAsync(bent, default));
        }
    }

    [Fact]
    public async Task OpenAsync_DomainRemovedAndAddedAgain_OpensNothing()
    {
        await using var made = await ExamHouse.OpenAsync();
        await made.NowAsync();
        var token = await ShareAsync(made);
        var domains = made.House.Get<DomainAdministration>();
        var id = (await made.ViewAsync()).Domain.Id;

        Value(await domains.RemoveAsync(Actor.System, made.Tenant, id, default));
        Assert.Null(await made.House.Get<ShareDesk>().OpenAsync(token, default));
        Value(await domains.AddAsync(Actor.System, made.Tenant, ExamHouse.Domain.Value, [], default));
        await made.NowAsync();

        Assert.Null(await made.House.Get<ShareDesk>().OpenAsync(token, default));
    }

    [Fact]
    public async Task OpenAsync_AnotherTenantRemovesTheSameDomain_StillOpensThisOne()
    {
        await using var made = await ExamHouse.OpenAsync();
        await made.NowAsync();
        var token = await ShareAsync(made);
        var other = await made.House.TenantAsync("other");
        var domains = made.House.Get<DomainAdministration>();
        Value(await domains.AddAsync(Actor.System, other, ExamHouse.Domain.Value, [], default));
        Assert.NotNull((await domains.RemoveAsync(Actor.System, other, (await made.ViewAsync()).Domain.Id, default)).Problem);
        var own = Assert.IsType<HealthView>(await made.Reading.FindAsync(other, ExamHouse.Domain, default)).Domain.Id;
        Value(await domains.RemoveAsync(Actor.System, other, own, default));

        var opened = Assert.IsType<SharedHealth>(await made.House.Get<ShareDesk>().OpenAsync(token, default));

        Assert.Equal("Tenant acme", opened.TenantName);
    }

    private static async Task<string> ShareAsync(ExamHouse made) =>
        Value(await made.House.Get<ShareDesk>().CreateAsync(Actor.System, made.Tenant, ExamHouse.Domain, 7, default)).Token;
}
