using BounceBoard.Core.Suppressions;
using Xunit;

namespace BounceBoard.Core.Tests.Suppressions;

public sealed class ListedAddressTests
{
    [Theory]
    [InlineData("User@Example.NET", "user@example.net", SuppressionReason.Imported)]
    [InlineData("\uFEFF<user@example.net>", "user@example.net", SuppressionReason.Imported)]
    [InlineData("user@example.net,complaint", "user@example.net", SuppressionReason.Complaint)]
    [InlineData("\"user@example.net\";\"unsubscribed\";\"2026-05-16\"", "user@example.net", SuppressionReason.Unsubscribe)]
    [InlineData("user@example.net,bad-address", "user@example.net", SuppressionReason.Imported)]
    [InlineData("\"'+tag@example.net\"", "+tag@example.net", SuppressionReason.Imported)]
    [InlineData("\"a,b\"@example.net", "\"a,b\"@example.net", SuppressionReason.Imported)]
    public void Read_Line_TheKeyAndTheRecipientsWord(string line, string key, SuppressionReason reason)
    {
        var read = ListedAddress.Read(line, 2);

        Assert.Equal((key, reason, (string?)null), (read.Address?.Key, read.Reason, read.Problem));
    }

    [Theory]
    [InlineData("", 5)]
    [InlineData("# a remark", 5)]
    [InlineData("Email,Reason", 1)]
    public void Read_NothingToTake_IsNoProblem(string line, int number) => Assert.Equal((null, null), (ListedAddress.Read(line, number).Address, ListedAddress.Read(line, number).Problem));

    [Theory]
    [InlineData("email,reason", 2)]
    [InlineData("not an address", 1)]
    [InlineData("user@", 1)]
    [InlineData("=1+1", 3)]
    public void Read_NoAddress_SaysSo(string line, int number) => Assert.NotNull(ListedAddress.Read(line, number).Problem);
}
