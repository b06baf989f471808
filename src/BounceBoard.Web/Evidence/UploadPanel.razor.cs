using System.Globalization;
using BounceBoard.Operations.Evidence;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;

namespace BounceBoard.Web.Evidence;

/// <summary>Takes files and pasted text; each is read as a stream, so that no message of the circuit grows with it.</summary>
public sealed partial class UploadPanel(EvidenceUpload upload, IOptions<WebOptions> web, IJSRuntime browser, TimeProvider time) : IDisposable
{
    private const int MostFiles = 50;
    private const long PastedBytes = 8 * 1024 * 1024;

    private readonly CancellationTokenSource _left = new();
    private readonly List<UploadLine> _lines = [];
    private ElementReference _text;
    private bool _isReading;

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [Parameter, EditorRequired]
    public required TenantContext Tenant { get; set; }

    /// <summary>Something was taken in: read the list again.</summary>
    [Parameter]
    public EventCallback Received { get; set; }

    private long LargestFile => web.Value.MaxUploadMegabytes * 1024L * 1024L;

    private string LimitWords
    {
        get
        {
            var limits = UploadLimits.InForce;
            return $"Mail up to {ByteSize.Of(limits.Mail)}, archives up to {ByteSize.Of(limits.Archive)} ({ByteSize.Of(limits.Expanded)} and "
                + $"{limits.Members} members unpacked), logs up to {ByteSize.Of(LargestFile)}";
        }
    }

    private string Announcement => _isReading
        ? $"Reading {_lines[^1].Name}"
        : string.Create(CultureInfo.InvariantCulture, $"{_lines.Count} read, {_lines.Sum(line => line.Receipt?.Items.Sum(item => item.Bounces) ?? 0)} reports found");

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    private async Task ReceiveAsync(InputFileChangeEventArgs chosen)
    {
        foreach (var file in chosen.GetMultipleFiles(Math.Max(1, Math.Min(chosen.FileCount, MostFiles))))
        {
            await TakeAsync(new UploadLine(file.Name, file.Size), () => Open(file));
        }
        if (chosen.FileCount > MostFiles)
        {
            _lines.Add(new UploadLine("…", null) { Fault = $"Only the first {MostFiles} files were read. Choose the others now, or put them into one zip." });
        }
    }

    // A file that is too large is refused before its first byte travels.
    private Stream? Open(IBrowserFile file) => file.Size > LargestFile ? null : file.OpenReadStream(LargestFile, _left.Token);

    private async Task ReadPastedAsync()
    {
        await using var module = await browser.InvokeAsync<IJSObjectReference>("import", _left.Token, "/js/upload.js");
        var pasted = await module.InvokeAsync<IJSStreamReference>("bytesOf", _left.Token, _text);
        if (pasted is null or { Length: 0 })
        {
            return;
        }
        var name = $"pasted {time.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}.txt";
        var stream = pasted.Length > PastedBytes ? null : await pasted.OpenReadStreamAsync(PastedBytes, _left.Token);
        await TakeAsync(new UploadLine(name, pasted.Length), () => stream);
    }

    private async Task TakeAsync(UploadLine line, Func<Stream?> open)
    {
        if (Actor is not { } actor)
        {
            return;
        }
        _lines.Add(line);
        _isReading = true;
        StateHasChanged();
        try
        {
            await using var content = open();
            if (content is null)
            {
                line.Fault = $"{ByteSize.Of(line.Size ?? 0)} is more than {ByteSize.Of(LargestFile)}, the most this page takes. Nothing was kept; split the file, or import it from the command line.";
                return;
            }
            await upload.TakeAsync(Tenant.Tenant.Id, actor, line, content, () => _ = InvokeAsync(StateHasChanged), _left.Token);
        }
        catch (IOException)
        {
            line.Fault = "The browser stopped sending before the end. What had arrived whole is kept; send the file again, and the rest is added.";
        }
        finally
        {
            _isReading = false;
        }
        await Received.InvokeAsync();
    }
}
