using BounceBoard.Core.Tenants;
using Xunit;

namespace BounceBoard.Core.Tests.Tenants;

/// <summary>Every cell of the table of rights, written out a second time.</summary>
public sealed class RoleMatrixTests
{
    private const string Expected = """
                         Owner Technician Admin Operator Approver Viewer
        See              yes   yes        yes   yes      yes      yes
        SeeRecipients    yes   yes        yes   yes      yes      no
        UploadEvidence   yes   yes        yes   yes      no       no
        HandleIncidents  yes   yes        yes   yes      no       no
        MakeRules        yes   yes        yes   yes      no       no
        ReportOutcomes   yes   yes        yes   yes      no       no
        RequestRetry     yes   yes        yes   yes      no       no
        ApproveRetry     yes   no         yes   no       yes      no
        Suppress         yes   yes        yes   yes      no       no
        StopAll          yes   yes        yes   yes      yes      no
        ManageDomains    yes   yes        yes   no       no       no
        ConfigureSources yes   no         yes   no       no       no
        ManageRoutes     yes   no         yes   no       no       no
        ManageUsers      yes   no         yes   no       no       no
        ManageTokens     yes   no         yes   no       no       no
        ManageSettings   yes   no         yes   no       no       no
        ReadAudit        yes   no         yes   no       no       no
        MoveState        yes   no         no    no       no       no
        """;

    public static TheoryData<TenantAction, string, bool> Cells()
    {
        var data = new TheoryData<TenantAction, string, bool>();
        var rows = Expected.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        foreach (var row in rows.Skip(1))
        {
            for (var column = 1; column < row.Length; column++)
            {
                data.Add(Enum.Parse<TenantAction>(row[0]), rows[0][column - 1], row[column] == "yes");
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Allows_EachCell_AsTheTableSays(TenantAction action, string column, bool allowed)
    {
        var (installation, tenant) = column switch
        {
            "Owner" => (InstallationRole.Owner, (TenantRole?)null),
            "Technician" => (InstallationRole.Technician, TenantRole.Technician),
            _ => (InstallationRole.None, Enum.Parse<TenantRole>(column)),
        };

        Assert.Equal(allowed, RoleMatrix.Allows(action, installation, tenant));
    }

    [Fact]
    public void Expected_NamesEveryActionAndRole()
    {
        var cells = Cells().Select(row => row.Data).ToList();

        Assert.Equal(Enum.GetValues<TenantAction>().Length * (Enum.GetValues<TenantRole>().Length + 1), cells.Count);
        Assert.Equal(Enum.GetValues<TenantAction>().Order(), cells.Select(cell => cell.Item1).Distinct().Order());
    }

    [Theory]
    [InlineData(InstallationRole.None, null)]
    [InlineData(InstallationRole.Technician, null)]
    // Left over from a person who is no technician of the installation any more.
    [InlineData(InstallationRole.None, TenantRole.Technician)]
    public void Allows_NotAssignedToTheTenant_Nothing(InstallationRole installation, TenantRole? tenant) =>
        Assert.DoesNotContain(Enum.GetValues<TenantAction>(), action => RoleMatrix.Allows(action, installation, tenant));

    [Fact]
    public void Allows_OwnerWithASmallRoleInTheTenant_KeepsEverything() =>
        Assert.All(Enum.GetValues<TenantAction>(), action => Assert.True(RoleMatrix.Allows(action, InstallationRole.Owner, TenantRole.Viewer)));
}
