using System.Globalization;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Tenants;
using BounceBoard.Core.Wordings;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Operations.Wordings;
using BounceBoard.Storage.Wordings;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Wordings;

/// <summary>One rule: what it says, what it would match now, and what it would change of what is stored.</summary>
public sealed partial class RulePage(
    WordingListModel model, RuleAdministration administration, RuleApplication application, NavigationManager navigation) : IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private (long? Rule, long? Wording)? _read;
    private RuleDraft? _draft;
    private WordingLine? _line;
    private RulePreview? _preview;
    private RuleReach? _reach;
    private long? _reachOf;
    private int? _applied;
    private bool _isOff;
    private bool _saved;

    [CascadingParameter]
    public required TenantContext Tenant { get; set; }

    [CascadingParameter]
    public required Actor Actor { get; set; }

    [Parameter]
    public required string Slug { get; set; }

    /// <summary>The rule to change; null for a new one.</summary>
    [Parameter]
    public long? Rule { get; set; }

    /// <summary>The unknown wording that a new rule is made of; null for an empty form.</summary>
    [SupplyParameterFromQuery]
    public long? Wording { get; set; }

    /// <summary>It was made a moment ago.</summary>
    [SupplyParameterFromQuery]
    public bool Made { get; set; }

    private string? Problem { get; set; }

    private TenantId Id => Tenant.Tenant.Id;

    private bool CanMake => Tenant.Can(TenantAction.MakeRules);

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_read == (Rule, Wording))
        {
            return;
        }
        _read = (Rule, Wording);
        if (!CanMake || !await TryReadAsync())
        {
            navigation.NotFound();
            return;
        }
        await PreviewAsync();
    }

    /// <summary>A long walk, so not before the page stands.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Rule is { } rule && _draft is not null && _reachOf != rule)
        {
            _reachOf = rule;
            _reach = await application.ReachAsync(Id, rule, _left.Token);
            StateHasChanged();
        }
    }

    private async Task<bool> TryReadAsync()
    {
        if (Rule is { } id)
        {
            var row = await model.FindRuleAsync(Tenant, id, _left.Token);
            (_draft, _isOff, _saved) = (row is null ? null : DraftOf(row), row?.DisabledAt is not null, Made);
            return row is not null;
        }
        _line = Wording is { } wording ? await model.FindAsync(Tenant, wording, _left.Token) : null;
        _draft = _line is { Row: var made }
            ? new RuleDraft(RulePattern.Propose(made.Skeleton), Text(made.ReplyCode), made.Status ?? "", "", Meaning(made.Category), "")
            : new RuleDraft("", "", "", "", BounceCategory.OnHold, "");
        return Wording is null || _line is not null;
    }

    private async Task ChangeAsync(RuleDraft draft)
    {
        (_draft, _saved) = (draft, false);
        await PreviewAsync();
    }

    // Strokes come faster than previews: the last one counts.
    private async Task PreviewAsync()
    {
        if (_draft is { } draft && await application.PreviewAsync(Id, draft, _left.Token) is var preview && ReferenceEquals(draft, _draft))
        {
            _preview = preview;
        }
    }

    private async Task SaveAsync(RuleDraft draft)
    {
        var result = await administration.SaveAsync(Actor, Id, Rule, draft, _left.Token);
        Problem = result.Problem;
        if (result.TryGet(out var saved))
        {
            (_saved, _applied, _line) = (true, null, null);
            (_draft, _reach, _reachOf) = (DraftOf(saved), null, null);
            if (Rule is null)
            {
                // The same page goes on with the rule that now is.
                navigation.NavigateTo($"{WordingLinks.Rule(Slug, saved.Id)}?made=true", replace: true);
            }
        }
    }

    private async Task ApplyAsync()
    {
        if (Rule is { } rule)
        {
            var result = await application.ApplyAsync(Actor, Id, rule, _left.Token);
            (Problem, _applied) = (result.Problem, result.TryGet(out var changed) ? changed : null);
            _reach = await application.ReachAsync(Id, rule, _left.Token);
        }
    }

    private static RuleDraft DraftOf(WordingRuleRow row) =>
        new(row.Pattern, Text(row.ReplyCode), row.Status ?? "", row.Domain ?? "", row.Category, row.Note);

    private static BounceCategory Meaning(BounceCategory category) =>
        RuleAdministration.Meanings.Contains(category) ? category : BounceCategory.OnHold;

    private static string Text(int? code) => code?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
