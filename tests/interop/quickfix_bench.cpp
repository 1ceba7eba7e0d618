// What one message costs QuickFIX: bytes in to the application, the application's message to bytes out, and a resend.
//
//   quickfix_bench memory|file DIRECTORY INCOMING REQUESTS COUNT
//
// INCOMING holds a Logon and COUNT application messages to EXCHANGE from TRADER, REQUESTS the ResendRequests that follow, as
// they come from a socket. No sockets, no threads, no logs, no dictionary: the Session, its parser and its store.
//
// Prints: nanoseconds a message received, sent, resent; messages delivered, sent and resent.
#include <quickfix/Application.h>
#include <quickfix/FileStore.h>
#include <quickfix/Message.h>
#include <quickfix/MessageStore.h>
#include <quickfix/Parser.h>
#include <quickfix/Responder.h>
#include <quickfix/Session.h>
#include <quickfix/SessionFactory.h>
#include <quickfix/SessionSettings.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <sstream>
#include <string>

namespace {

using Clock = std::chrono::steady_clock;

// Bytes handed over at a time, as from recv(2).
const std::size_t chunk = 64 * 1024;

class Desk : public FIX::Application {
public:
  void onCreate(const FIX::SessionID &) override {}
  void onLogon(const FIX::SessionID &) override {}
  void onLogout(const FIX::SessionID &) override {}
  void toAdmin(FIX::Message &, const FIX::SessionID &) override {}
  void toApp(FIX::Message &, const FIX::SessionID &) throw(FIX::DoNotSend) override {}
  void fromAdmin(const FIX::Message &, const FIX::SessionID &)
      throw(FIX::FieldNotFound, FIX::IncorrectDataFormat, FIX::IncorrectTagValue, FIX::RejectLogon) override {}
  void fromApp(const FIX::Message &, const FIX::SessionID &)
      throw(FIX::FieldNotFound, FIX::IncorrectDataFormat, FIX::IncorrectTagValue, FIX::UnsupportedMessageType)
          override {
    ++delivered;
  }

  long delivered = 0;
};

// Where bytes leave.
class Wire : public FIX::Responder {
public:
  bool send(const std::string &message) override {
    ++messages;
    bytes += message.size();
    return true;
  }
  void disconnect() override { std::cerr << "QuickFIX has disconnected\n"; std::exit(1); }

  long messages = 0;
  std::size_t bytes = 0;
};

std::string read(const char *path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

void feed(FIX::Session &session, FIX::Parser &parser, const std::string &bytes) {
  std::string message;
  for (std::size_t at = 0; at < bytes.size(); at += chunk) {
    parser.addToStream(bytes.data() + at, std::min(chunk, bytes.size() - at));
    while (parser.readFixMessage(message)) session.next(message, FIX::UtcTimeStamp());
  }
}

double ns_each(Clock::time_point began, long messages) {
  const auto spent = std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - began);
  return double(spent.count()) / double(messages);
}

} // namespace

int main(int argc, char **argv) {
  if (argc != 6) {
    std::cerr << "usage: quickfix_bench memory|file DIRECTORY INCOMING REQUESTS COUNT\n";
    return 2;
  }
  const std::string incoming = read(argv[3]), requests = read(argv[4]);
  const long count = std::atol(argv[5]);
  std::istringstream text("[DEFAULT]\nConnectionType=acceptor\nStartTime=00:00:00\nEndTime=00:00:00\n"
                          "UseDataDictionary=N\nCheckLatency=N\nFileStorePath=" +
                          std::string(argv[2]) +
                          "\n[SESSION]\nBeginString=FIX.4.4\nSenderCompID=EXCHANGE\nTargetCompID=TRADER\n");
  const FIX::SessionSettings settings(text);
  const FIX::SessionID id("FIX.4.4", "EXCHANGE", "TRADER");
  std::unique_ptr<FIX::MessageStoreFactory> stores;
  if (std::string(argv[1]) == "file")
    stores.reset(new FIX::FileStoreFactory(settings));
  else
    stores.reset(new FIX::MemoryStoreFactory());
  Desk desk;
  Wire wire;
  FIX::SessionFactory factory(desk, *stores, nullptr);
  FIX::Session *session = factory.create(id, settings.get(id));
  session->setResponder(&wire);
  FIX::Parser parser;

  // The Logon ends where the next message begins.
  const std::size_t logon = incoming.find("8=FIX", 1);
  feed(*session, parser, incoming.substr(0, logon));
  const std::string messages = incoming.substr(logon);
  auto began = Clock::now();
  feed(*session, parser, messages);
  const double received_ns = ns_each(began, count);

  FIX::Message report;
  report.getHeader().setField(35, "8");
  const std::pair<int, const char *> fields[] = {
      {37, "E1"}, {11, "O1"}, {17, "1"},       {150, "F"},      {39, "1"},  {55, "FDAX"},  {54, "1"},
      {38, "400"}, {32, "5"}, {31, "100.25"}, {151, "395"}, {14, "5"}, {6, "100.25"}};
  for (const auto &field : fields) report.setField(field.first, field.second);
  const long before = wire.messages;
  began = Clock::now();
  for (long n = 0; n < count; ++n) session->send(report);
  const double sent_ns = ns_each(began, count);
  const long sent = wire.messages - before;

  const long before_resend = wire.messages;
  began = Clock::now();
  feed(*session, parser, requests);
  const long resent = wire.messages - before_resend;
  const double resent_ns = ns_each(began, resent > 0 ? resent : 1);

  std::cout << received_ns << ' ' << sent_ns << ' ' << resent_ns << ' ' << desk.delivered << ' ' << sent << ' '
            << resent << std::endl;
  factory.destroy(session);
  return 0;
}
