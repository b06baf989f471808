using BounceBoard.Core;

namespace BounceBoard.Web.Domains.Health;

/// <summary>The address of a domain's page is its whole state.</summary>
public sealed record DomainUrl(string Slug, string Name, DomainPart Part)
{
    public static DomainUrl Read(string slug, string name, string? part) => new(
        slug, name, Enum.GetValues<DomainPart>().FirstOrDefault(value => KebabName.Of(value) == part));

    public string WhatIf => $"/t/{Slug}/domains/{Name}/what-if";

    public DomainUrl At(DomainPart part) => this with { Part = part };

    public string ToHref() => Part == DomainPart.Issues ? $"/t/{Slug}/domains/{Name}" : $"/t/{Slug}/domains/{Name}?part={KebabName.Of(Part)}";
}
