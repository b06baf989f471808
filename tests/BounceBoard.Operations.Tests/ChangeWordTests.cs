using BounceBoard.Core.Tenants;
using Xunit;

namespace BounceBoard.Operations.Tests;

public sealed class ChangeWordTests
{
    [Fact]
    public void Read_OwnText_GivesTheWord()
    {
        var word = new ChangeWord(Guid.NewGuid(), new TenantId(42), ChangeKind.Domains);

        Assert.Equal(word, ChangeWord.Read(word.ToString()));
        Assert.EndsWith(" 42 Domains", word.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("00000000000000000000000000000000 1 Unheard")]
    [InlineData("00000000000000000000000000000000 -1 Domains")]
    [InlineData("00000000000000000000000000000000 1 99")]
    [InlineData("nobody 1 Domains")]
    [InlineData("00000000000000000000000000000000 1 Domains more")]
    public void Read_AnythingElse_GivesNothing(string text) => Assert.Null(ChangeWord.Read(text));
}
