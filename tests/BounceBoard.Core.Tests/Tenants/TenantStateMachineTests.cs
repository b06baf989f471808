using BounceBoard.Core.Tenants;
using Xunit;

namespace BounceBoard.Core.Tests.Tenants;

public sealed class TenantStateMachineTests
{
    [Fact]
    public void Next_WholeMatrix_AsWritten() => Assert.Equal(
        """
        Active: Suspend Suspended, Resume -, Archive Archived, Restore -
        Suspended: Suspend -, Resume Active, Archive Archived, Restore -
        Archived: Suspend -, Resume -, Archive -, Restore Suspended
        """,
        StateMatrix.Print<TenantState, TenantEvent>(TenantStateMachine.Next));
}
