"""What officers bring is for officers."""

from mangnon.walls import shared

shared("attachments.Attachment")
