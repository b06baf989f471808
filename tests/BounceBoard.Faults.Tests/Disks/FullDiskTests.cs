using System.Net;
using System.Text.Json;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Users;
using BounceBoard.TestKit.Storage;

namespace BounceBoard.Faults.Tests.Disks;

/// <summary>The disk under SQLite's file is full: nothing is taken and nothing is stored by halves; with space everything goes on without a restart.</summary>
[Collection<Serial>]
public sealed class FullDiskTests : IDisposable
{
    private readonly SmallDisk? _disk;

    public FullDiskTests()
    {
        _disk = SmallDisk.TryMount(24, out var missing);
        Assert.SkipWhen(_disk is null, missing ?? "");
    }

    private SmallDisk Disk => _disk!;

    public void Dispose() => _disk?.Dispose();

    [Fact]
    public async Task Host_DiskFull_Answers503AndGoesOnWithSpace()
    {
        await using var house = House.In(Path.Combine(Disk.Folder, "data"));
        var tenant = await house.TenantAsync();
        var token = await house.TokenAsync(tenant);
        var drop = Directory.CreateDirectory(Path.Combine(house.Folder, "drop")).FullName;
        House.Value(await house.Get<SourceAdministration>().AddDropFolderAsync(Actor.System, tenant, "drop", drop, default));
        await using var host = await house.HostAsync();
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(http, Noise.Bytes(1, 20_000))).StatusCode);

        Disk.Fill(free: 64 * 1024);
        await AssertFullAsync(await SendAsync(http, Noise.Bytes(2, 3_000_000)));
        await AssertFullAsync(await SendAsync(http, Noise.Bytes(3, 3_000_000)));
        var file = Drop(drop, Noise.Bytes(4, 3_000_000));
        await Task.Delay(TimeSpan.FromSeconds(12));
        Assert.True(File.Exists(file), "The drop folder's file left although nothing could be stored.");
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("health/live")).StatusCode);
        var ready = await http.GetAsync("health/ready");
        Assert.Contains("disk of the database is full since", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await AssertStoredAsync(house, tenant, 1);

        Disk.MakeRoom();
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(http, Noise.Bytes(2, 3_000_000))).StatusCode);
        await GoneAsync(file);
        await AssertStoredAsync(house, tenant, 3);
    }

    [Fact]
    public async Task Import_DiskFull_SaysSoAndIsWholeWhenRepeated()
    {
        await using var house = House.In(Path.Combine(Disk.Folder, "data"));
        var tenant = await house.TenantAsync();
        var inputs = Directory.CreateDirectory(Path.Combine(house.Folder, "inputs")).FullName;
        File.WriteAllBytes(Path.Combine(inputs, "big.eml"), Noise.Bytes(5, 3_000_000));
        Disk.Fill(free: 256 * 1024);
        await using (var full = house.Import(inputs))
        {
            Assert.Equal(1, await full.EndAsync(default));
            Assert.Contains("The disk of the database is full: nothing of 'big.eml' was stored", full.Errors, StringComparison.Ordinal);
            Assert.Contains("Free space and send the same again", full.Errors, StringComparison.Ordinal);
        }
        await AssertStoredAsync(house, tenant, 0);

        Disk.MakeRoom();
        await using var again = house.Import(inputs);
        Assert.True(await again.EndAsync(default) == 0, again.Errors);
        await AssertStoredAsync(house, tenant, 1);
    }

    private static async Task AssertFullAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter?.Delta);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Contains("disk of the database is full: nothing of ", problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static async Task AssertStoredAsync(House house, TenantId tenant, int items)
    {
        var book = new Book(house, tenant);
        await book.AssertWholeAsync();
        Assert.Equal(items, await book.NumberAsync($"SELECT COUNT(*) FROM evidence WHERE tenant_id = {tenant.Value}"));
        Assert.Equal(items, await book.NumberAsync($"SELECT COUNT(*) FROM intake WHERE tenant_id = {tenant.Value}"));
    }

    private static string Drop(string folder, byte[] content)
    {
        var file = Path.Combine(folder, "dropped.eml");
        File.WriteAllBytes(file, content);
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch.AddYears(50));
        return file;
    }

    private static async Task GoneAsync(string file)
    {
        for (var i = 0; i < 300 && File.Exists(file); i++)
        {
            await Task.Delay(200);
        }
        Assert.False(File.Exists(file), "The drop folder's file was not taken when there was space again.");
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient http, byte[] content) =>
        http.PostAsync("api/v1/t/acme/evidence", new ByteArrayContent(content));
}
