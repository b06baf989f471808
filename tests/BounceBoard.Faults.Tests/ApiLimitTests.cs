using System.Net;
using System.Text.Json;
using BounceBoard.Faults.Tests.Disks;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Faults.Tests;

/// <summary>A request that is larger than the installation takes; only the real server counts its bytes.</summary>
[Collection<Serial>]
public sealed class ApiLimitTests
{
    [Fact]
    public async Task Post_TooLarge_Is413AsJsonAndStoresNothing()
    {
        await using var house = House.New(StorageProvider.Sqlite);
        house.Settings["Web:MaxUploadMegabytes"] = "1";
        var tenant = await house.TenantAsync();
        var token = await house.TokenAsync(tenant);
        await using var host = await house.HostAsync();
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        // Asked first: the server refuses by the length alone, and a client in the middle of sending would not hear it.
        http.DefaultRequestHeaders.ExpectContinue = true;

        var answer = await http.PostAsync("api/v1/t/acme/evidence", new ByteArrayContent(Noise.Bytes(1, 3_000_000)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Contains("larger than this installation takes", problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, await new Book(house, tenant).NumberAsync($"SELECT COUNT(*) FROM intake WHERE tenant_id = {tenant.Value}"));
    }
}
