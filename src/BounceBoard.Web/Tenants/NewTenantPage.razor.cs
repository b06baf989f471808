using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Tenants;
using BounceBoard.Web.Layout;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Tenants;

/// <summary>Form for a new tenant; owners of the installation only.</summary>
public sealed partial class NewTenantPage
{
    private string _suggested = "";

    [CascadingParameter] private Visit Visit { get; set; } = null!;

    [Inject] private TenantAdministration Administration { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private string Name { get; set; } = "";

    private string Slug { get; set; } = "";

    private string? Problem { get; set; }

    private bool Busy { get; set; }

    private string? SlugFault => Slug.Length == 0 || TenantSlug.TryParse(Slug, out _)
        ? null
        : "Use 2 to 40 of a-z, 0-9 and hyphen, with a letter or digit at both ends.";

    protected override void OnParametersSet()
    {
        if (!Visit.IsOwner)
        {
            Navigation.NotFound();
        }
    }

    // The slug follows the name until a person writes another one.
    private void Suggest()
    {
        if (Slug == _suggested)
        {
            _suggested = SlugOf(Name);
            Slug = _suggested;
        }
    }

    private async Task AddAsync()
    {
        Busy = true;
        var result = await Administration.AddAsync(Visit.Actor, Slug, Name, CancellationToken.None);
        Busy = false;
        if (result.TryGet(out var tenant))
        {
            Navigation.NavigateTo($"/t/{tenant.Slug}");
            return;
        }
        Problem = result.Problem;
    }

    private static string SlugOf(string name)
    {
        var letters = name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-').ToArray();
        var words = new string(letters).Split('-', StringSplitOptions.RemoveEmptyEntries);
        var slug = string.Join('-', words);
        return slug.Length > 40 ? slug[..40].Trim('-') : slug;
    }
}
