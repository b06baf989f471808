using Xunit;

namespace BounceBoard.Web.Tests.Isolation;

/// <summary>One host for all sweeps: filling it takes longer than asking it.</summary>
[CollectionDefinition(Name)]
public sealed class TwoTenantsHouse : ICollectionFixture<TwoTenants>
{
    public const string Name = "two tenants";
}
