using System.Globalization;
using BounceBoard.Operations.Suppressions;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Web.Evidence;
using BounceBoard.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Options;

namespace BounceBoard.Web.Suppressions;

/// <summary>Brings a list in: first says what it would do, then does it. The file is read as a stream both times.</summary>
public sealed partial class ImportSuppressions(SuppressionImport import, IOptions<WebOptions> web) : IDisposable
{
    private const int Shown = 20;
    private readonly CancellationTokenSource _left = new();
    private IBrowserFile? _file;
    private ImportReceipt? _receipt;
    private string? _problem;
    private bool _isReading;
    private bool _isDone;

    [CascadingParameter]
    public required Actor Actor { get; set; }

    [Parameter, EditorRequired]
    public required TenantContext Tenant { get; set; }

    [Parameter]
    public EventCallback Imported { get; set; }

    private long LargestFile => web.Value.MaxUploadMegabytes * 1024L * 1024L;

    private string Hint =>
        $"One address a line, or CSV with the address first and, if you like, the reason second (complaint and unsubscribe are kept). Up to {ByteSize.Of(LargestFile)}. Nothing is added before you have seen the numbers.";

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    private string Words(ImportReceipt receipt) => string.Create(
        CultureInfo.InvariantCulture,
        $"{receipt.Received:N0} lines: {receipt.Added:N0} {(_isDone ? "added" : "to be added")}, {receipt.AlreadyThere:N0} there already, {receipt.LeftReleased:N0} released here before and left so, {receipt.Refused:N0} refused.");

    private Task CountAsync(InputFileChangeEventArgs chosen)
    {
        (_file, _receipt, _isDone) = (chosen.File, null, false);
        return ReadAsync(async content => _receipt = await import.CountAsync(Tenant.Tenant.Id, content, _left.Token));
    }

    private async Task ImportAsync()
    {
        await ReadAsync(async content =>
        {
            var result = await import.ImportAsync(Actor, Tenant.Tenant.Id, _file?.Name ?? "", content, _left.Token);
            _problem = result.Problem;
            (_isDone, _receipt) = result.TryGet(out var receipt) ? (true, receipt) : (false, _receipt);
        });
        await Imported.InvokeAsync();
    }

    private async Task ReadAsync(Func<Stream, Task> work)
    {
        _problem = null;
        if (_file is not { } file || file.Size > LargestFile)
        {
            _problem = $"The file is larger than {ByteSize.Of(LargestFile)}, the most this page takes. Split it.";
            return;
        }
        _isReading = true;
        StateHasChanged();
        try
        {
            await using var content = file.OpenReadStream(LargestFile, _left.Token);
            await work(content);
        }
        catch (IOException)
        {
            _problem = "The browser stopped sending before the end. What had arrived is kept; choose the file again, and the rest is added.";
        }
        finally
        {
            _isReading = false;
        }
    }
}
