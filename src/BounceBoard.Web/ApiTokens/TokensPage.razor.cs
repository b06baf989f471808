using BounceBoard.Core.Tenants;
using BounceBoard.Operations.ApiTokens;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.ApiTokens;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.ApiTokens;

/// <summary>The keys of a tenant's programs.</summary>
public sealed partial class TokensPage
{
    private static readonly (string Scope, string Text)[] ScopeTexts =
    [
        (TokenScopes.Ingest, "send evidence in"),
        (TokenScopes.Read, "read incidents, verdicts and domains; recipients masked"),
        (TokenScopes.Recipients, "read recipients unmasked"),
        (TokenScopes.Audit, "read the audit log"),
        (TokenScopes.SuppressionsRead, "ask who gets no mail, unmasked"),
        (TokenScopes.SuppressionsWrite, "add addresses to the suppression list"),
        (TokenScopes.RetryOutcome, "tell what became of retries that your platform sent"),
    ];

    [CascadingParameter] private TenantContext Tenant { get; set; } = null!;

    [CascadingParameter] private Actor Actor { get; set; } = null!;

    [Inject] private ApiTokenReader Reader { get; set; } = null!;

    [Inject] private ApiTokenAdministration Administration { get; set; } = null!;

    [Inject] private TimeProvider Time { get; set; } = null!;

    [Parameter] public string Slug { get; set; } = "";

    private IReadOnlyList<ApiTokenRow>? Tokens { get; set; }

    private HashSet<string> Chosen { get; } = [TokenScopes.Ingest];

    private string Name { get; set; } = "";

    /// <summary>0 for a token without an end.</summary>
    private int Days { get; set; } = 365;

    private string? Problem { get; set; }

    private string? Made { get; set; }

    private string? MadeName { get; set; }

    private bool Locked => !Tenant.Can(TenantAction.ManageTokens);

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync() => Tokens = await Reader.ListAsync(Tenant.Tenant.Id, CancellationToken.None);

    private void Choose(string scope, bool chosen) => _ = chosen ? Chosen.Add(scope) : Chosen.Remove(scope);

    private async Task CreateAsync()
    {
        DateTimeOffset? end = Days == 0 ? null : Time.GetUtcNow().AddDays(Days);
        var result = await Administration.CreateAsync(Actor, Tenant.Tenant.Id, Name, [.. Chosen], end, CancellationToken.None);
        Problem = result.Problem;
        if (result.TryGet(out var token))
        {
            (Made, MadeName, Name) = (token.Plain, Name, "");
            await ReadAsync();
        }
    }

    private async Task RevokeAsync(ApiTokenRow token)
    {
        Problem = (await Administration.RevokeAsync(Actor, Tenant.Tenant.Id, token.Id, CancellationToken.None)).Problem;
        await ReadAsync();
    }
}
